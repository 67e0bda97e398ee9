"""Following an appeal by the number and the code of its talon; taking it back."""
