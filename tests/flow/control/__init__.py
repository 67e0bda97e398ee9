"""Instructions from the signed minutes to the final answer, and what comes after it."""
