"""Addresses of papers, texts and numbering, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.papers import files, numbering, text, texts, versions

urlpatterns = [
    path("papers/<int:paper_id>/<slug:spoken>.pdf", files.as_pdf, name="papers_pdf"),
    path("papers/<int:paper_id>/<slug:spoken>.docx", files.as_docx, name="papers_docx"),
    path("texts/", texts.texts, name="texts"),
    path("texts/<slug:template>/<slug:spoken>/", text.text, name="texts_text"),
    path("texts/<slug:template>/<slug:spoken>/built-in/", text.back, name="texts_back"),
    path("texts/versions/<int:version_id>/approve/", versions.approve, name="texts_approve"),
    path("texts/versions/<int:version_id>/compare/", versions.compare, name="texts_compare"),
    path("texts/versions/<int:version_id>/sample.pdf", versions.sample, name="texts_sample"),
    path("numbering/", numbering.numbering_page, name="numbering"),
    path("numbering/<slug:kind>/", numbering.change, name="numbering_change"),
]
