"""Who verifies signatures of the state: NCANode, or our own reader of RSA."""
