"""Set-up, tests and checks of this repository; they need only the standard library to begin."""
