"""Measurements and training on labelled dossiers; speed and memory. Never part of the tests, though these hold the measures themselves.

- How good: ``kwaliteit`` (against labels), ``weghalen`` (evidence taken out), ``gedrag`` (evidence weakened or put otherwise). They stand on
  ``goud`` (where the labels are), ``proef`` (one dossier judged), ``ingreep`` and ``verandering`` (what is changed), ``maten`` and ``auc`` (figures).
- Trained: ``betekenis`` (sentence vectors; ``leren``, ``leerstof``), ``toonkans``, ``vangnet`` with ``zinsnet``, and ``ijking`` (weights of the
  score), which also learn from the practice dossiers of ``oefening``. ``vingers`` makes the fingerprints of the sources of the kaders.
- How fast: ``snelheid``, ``rapporten``, ``registers``, ``vergelijken``.
- How safe: ``betrouwbaarheid`` (``mutaties``, ``afbreken``), ``vreemd`` (a folder of strange files), ``fuzzdoel``, ``sbom`` (what it is made of).
- ``gegevens`` reads and writes their data, ``blad`` puts a table into a page of the manual.
"""
