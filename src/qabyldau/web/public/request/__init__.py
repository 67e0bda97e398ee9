"""Asking for a reception in six short steps: nothing typed is lost, nothing is sent unchecked."""
