"""All tables in one place, for migrations and tests."""

from webapp.domain.activities import model as _activities
from webapp.domain.agreement import model as _agreement
from webapp.domain.audit import model as _audit
from webapp.domain.brief import model as _brief
from webapp.domain.colleagues import model as _colleagues
from webapp.domain.coordination import model as _coordination
from webapp.domain.decisions import model as _decisions
from webapp.domain.goals import model as _goals
from webapp.domain.meaning import model as _meaning
from webapp.domain.meetings import booking_model as _booking
from webapp.domain.meetings import model as _meetings
from webapp.domain.obstacles import model as _obstacles
from webapp.domain.outcomes import model as _outcomes
from webapp.domain.people import credentials_model as _credentials
from webapp.domain.people import kept_model as _kept
from webapp.domain.people import model as _people
from webapp.domain.plan import model as _plan
from webapp.domain.profile import model as _profile
from webapp.domain.projects import model as _projects
from webapp.domain.schema import Base
from webapp.domain.sharing import model as _sharing
from webapp.domain.surveys import model as _surveys
from webapp.domain.training import model as _training

MODELS = (
    _activities,
    _agreement,
    _audit,
    _booking,
    _brief,
    _colleagues,
    _coordination,
    _credentials,
    _decisions,
    _goals,
    _kept,
    _meaning,
    _meetings,
    _obstacles,
    _outcomes,
    _people,
    _plan,
    _profile,
    _projects,
    _sharing,
    _surveys,
    _training,
)
METADATA = Base.metadata
