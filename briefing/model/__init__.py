"""The records: what a desk holds, each value tied to what it rests on."""

from functools import cache
from typing import TypeVar

from briefing.gazetteer.entries import Openness as Openness, StakeholderKind as StakeholderKind
from briefing.model.basis import (
    UNNAMED as UNNAMED,
    Alternative as Alternative,
    Citation as Citation,
    Decision as Decision,
    Doubt as Doubt,
    DoubtKind as DoubtKind,
    Evidence as Evidence,
    Handling as Handling,
    Level as Level,
    Part as Part,
    Record as Record,
)
from briefing.model.events import (
    KEPT as KEPT,
    Access as Access,
    AgendaItem as AgendaItem,
    Event as Event,
    EventKind as EventKind,
    Link as Link,
    Mode as Mode,
    Party as Party,
    Speaker as Speaker,
    Task as Task,
    TaskKind as TaskKind,
    TaskState as TaskState,
    Title as Title,
)
from briefing.model.holders import (
    Forum as Forum,
    Membership as Membership,
    Milestone as Milestone,
    Stakeholder as Stakeholder,
)
from briefing.model.ids import ID_LETTERS as ID_LETTERS, new_id as new_id, new_key as new_key
from briefing.model.mine import (
    Attendance as Attendance,
    Engagement as Engagement,
    Going as Going,
    attendance_id as attendance_id,
)
from briefing.model.questions import (
    PARTICIPANT as PARTICIPANT,
    Answer as Answer,
    Argument as Argument,
    Asked as Asked,
    Expected as Expected,
    Likelihood as Likelihood,
    Line as Line,
    Point as Point,
    Position as Position,
    Question as Question,
    Stance as Stance,
)
from briefing.model.sources import (
    Document as Document,
    Draft as Draft,
    Issue as Issue,
    IssuedFile as IssuedFile,
    Note as Note,
    Proposal as Proposal,
    ProposalState as ProposalState,
    Source as Source,
    SourceKind as SourceKind,
    WrittenPart as WrittenPart,
)

RECORD_TYPES: tuple[type[Record], ...] = (
    Event,
    Task,
    Forum,
    Stakeholder,
    Question,
    Position,
    Argument,
    Line,
    Source,
    Document,
    Proposal,
    Note,
    Attendance,
    Engagement,
)
"""Every kind of record, a table each."""

R = TypeVar("R", bound=Record)


@cache
def table_name(kind: type[Record]) -> str:
    """Return the name of the table that holds a kind of record: "events"."""
    return f"{kind.__name__.lower()}s"
