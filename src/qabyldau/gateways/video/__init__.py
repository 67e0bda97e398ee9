"""Adapters of the video port: Jitsi Meet by signed tokens, BigBlueButton by signed calls."""
