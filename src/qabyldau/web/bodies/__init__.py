"""The register of bodies: who is asked and told outside the receiving officials."""
