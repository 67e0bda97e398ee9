"""Official papers: numbered by the office's list of files, written in whole sentences, proved by a code.

A paper is never edited: what it says is kept with its number, and a mistake is mended by a paper that
replaces it.
"""
