"""Min väg: the participant's own page in coordinated work rehabilitation.

Doors and a domain:

- ``participant`` the participant's door, on the phone: goals, plan, answers, who has looked
- ``coach``       the coach's door: my people, the brief before the meeting, invitations
- ``team``        the partners' door: what participants have chosen to share
- ``insight``     the project's door: which questions are asked, and what groups answer
- ``account``     the common door: language, codes, signing in and out, about
- ``kit``         what every door needs from the web; no feature words in it
- ``domain``      the rules, without the web: one folder for each feature
- ``app``         puts it together; ``cli`` is the operator's door

A door never imports another door, and the domain never imports the web.
"""
