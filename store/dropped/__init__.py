"""The watched folder: exports that are dropped into `inbox/` beside team.json are read once.

    inbox/umsatz.csv                 waits until nothing has changed in it for some seconds, and is read
    inbox/umsatz.csv.problem.txt     why it could not be read, in plain words; it stays until it is changed
    inbox/read/umsatz.csv            was read
    inbox/.moving-TOKEN-umsatz.csv   on its way there

That a file is read once is held by the log alone: the readings and the file's checksum are one commit, and
of two with one checksum the second is refused (`store/rules/integrity.py`). Everything else here may happen
twice, late or not at all, and does no harm: two programs that move one file, a list of names that is old, a
file that is gone, a program that is killed between the commit and the move.
"""
