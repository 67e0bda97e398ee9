"""День приема: who came, and the final answer that closes an appeal."""
