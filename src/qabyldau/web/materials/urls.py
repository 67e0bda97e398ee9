"""Addresses of the requests for materials, spliced into the workplace."""

from django.urls import path

from qabyldau.web.materials import asked, department, files

urlpatterns = [
    path("materials/", department.materials, name="materials"),
    path("materials/<int:request_id>/", department.material, name="materials_material"),
    path("materials/<int:request_id>/record/", department.record, name="materials_record"),
    path("materials/<int:request_id>/withdraw/", department.withdraw, name="materials_withdraw"),
    path("materials/<int:request_id>/grant/", department.grant, name="materials_grant"),
    path("materials/<int:request_id>/deny/", department.deny, name="materials_deny"),
    path("asked/", asked.asked, name="asked"),
    path("asked/<int:request_id>/", asked.answer, name="asked_answer"),
    path("asked/<int:request_id>/more-time/", asked.more_time, name="asked_more_time"),
    path("asked/<int:request_id>/files/<int:answer_file_id>/", files.file, name="asked_file"),
    path("asked/<int:request_id>/paper.<slug:form>", files.paper, name="asked_paper"),
    path("asked/opinions/<int:agreement_id>/", asked.opinion, name="asked_opinion"),
]
