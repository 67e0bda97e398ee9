"""Приём по видеосвязи: the room of an appointment, who may enter it and when, and the telephone instead."""
