"""Signing in the browser: challenges, what came back, sign-in by a key, signed requests and decisions."""
