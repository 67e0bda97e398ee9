"""Addresses of control, spliced into the workplace."""

from django.urls import path

from qabyldau.web.control import board, card, doubt, instruction, ordered, overview, presses

urlpatterns = [
    path("control/", board.board, name="control"),
    path("control/overview/", overview.overview, name="overview"),
    path("control/remind/", board.remind, name="control_remind"),
    path("control/<int:instruction_id>/", instruction.instruction, name="control_instruction"),
    path("control/<int:instruction_id>/judge/<slug:press>/", presses.judge, name="control_judge"),
    path("control/<int:instruction_id>/day/<slug:press>/", presses.day, name="control_day"),
    path("control/<int:instruction_id>/card/", card.make, name="control_card"),
    path(
        "control/<int:instruction_id>/papers/<int:paper_id>/<slug:spoken>.pdf",
        card.paper,
        name="control_paper",
    ),
    path("control/<int:instruction_id>/files/<int:reply_file_id>/", instruction.file, name="control_file"),
    path("ordered/", ordered.ordered, name="ordered"),
    path("ordered/<int:instruction_id>/", instruction.instruction, name="ordered_instruction"),
    path("ordered/<int:instruction_id>/<slug:press>/", presses.carry, name="ordered_press"),
]
public_urlpatterns = [path("track/appeal/not-done/", doubt.doubt, name="track_doubt")]
