"""Addresses of the consideration, spliced into the workplace and into the public site."""

from django.urls import path

from qabyldau.web.consideration import hearing, note, pack, versions

urlpatterns = [
    path("appeals/<int:appeal_id>/note/", note.editor, name="act_keep_note"),
    path("appeals/<int:appeal_id>/submit/", note.editor, name="act_submit"),
    path("appeals/<int:appeal_id>/note/draft/", note.draft, name="consideration_draft"),
    path("appeals/<int:appeal_id>/note/versions/", versions.versions, name="consideration_versions"),
    path("appeals/<int:appeal_id>/note/<int:note_version>/", versions.version, name="consideration_version"),
    path("appeals/<int:appeal_id>/note/<int:note_version>/make/", versions.make, name="consideration_make"),
    path(
        "appeals/<int:appeal_id>/note/<int:note_version>/<slug:spoken>.<slug:form>",
        versions.paper,
        name="consideration_paper",
    ),
    path("days/<int:day_id>/pack/", pack.pack, name="consideration_pack"),
    path("days/<int:day_id>/pack/make/", pack.make, name="consideration_pack_make"),
    path("days/<int:day_id>/pack/<slug:spoken>.pdf", pack.paper, name="consideration_pack_paper"),
]
public_urlpatterns = [path("track/appeal/objections/", hearing.object_to, name="track_object")]
