"""The screen in the hall: whoever has an hour says that they are here, and sees it and their place."""
