"""Blots: what stands for the words of a quotation while the sentence around it is read."""

BLOT = "\x01"
TITLE = "\x02"  # for those of a name or a title: "Grey Skies"
BLOTS = BLOT + TITLE
