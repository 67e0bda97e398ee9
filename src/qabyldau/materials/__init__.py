"""Материалы (п. 31): what units and territorial bodies are asked for about an appeal, and their answers."""
