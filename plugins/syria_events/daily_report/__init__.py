"""The daily report: the figures of the dashboards as one HTML file, for those without a BI tool.

It needs no server and asks nobody for anything: the library that draws, the shapes and the figures stand in the file.
(A *report* elsewhere in this package is one happening as one article tells it.)
"""
