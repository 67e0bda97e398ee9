"""Acts that ask for nothing but the decision itself."""

from qabyldau.web.staff.acts.form import ActForm


class PlainForm(ActForm):
    """Leave, take up, did not come, withdrawn: the button says it all."""
