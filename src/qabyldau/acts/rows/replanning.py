"""Acts on an hour that was told: confirmed, moved, cancelled, offered, taken; the answer about video."""

from qabyldau.acts import replanning as inputs
from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Nothing
from qabyldau.people.roles import Right
from qabyldau.regulation.lifecycle import Action
from qabyldau.replanning import actions as replanning

ROWS = (
    Act("confirm_hour", Right.RECORD_WISH, None, Nothing, plain(replanning.confirm)),
    Act("move_hour", Right.RECORD_WISH, Action.MOVE_HOUR, inputs.MoveHourInput, plain(replanning.move_hour)),
    Act("release", Right.RECORD_WISH, Action.RELEASE, inputs.ReleaseInput, plain(replanning.release)),
    Act("wish_earlier", Right.RECORD_WISH, None, inputs.WishEarlierInput, plain(replanning.wish_earlier)),
    Act("offer_hours", Right.APPOINT, None, inputs.OfferHoursInput, plain(replanning.offer_hours)),
    Act("take_offered", Right.RECORD_WISH, None, inputs.TakeOfferedInput, plain(replanning.take_offered)),
    Act("decline_offer", Right.RECORD_WISH, None, Nothing, plain(replanning.decline_offer)),
    Act("answer_video", Right.RECORD_WISH, None, inputs.AnswerVideoInput, plain(replanning.answer_video)),
)
