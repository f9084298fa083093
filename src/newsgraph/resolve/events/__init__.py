"""Events across articles: what each article says of an event, which accounts are of one, and which stories they tell.

An account is what one article says; accounts that share something rare are compared point by point (`comparisons`),
the weights of what is found add up (`scoring`), and what is one event on the whole is one (`decision`, which needs
scipy and is imported only where events are joined).
"""

from newsgraph.resolve.events.accounts import COUNTED, EventAccount, event_accounts

__all__ = ["COUNTED", "EventAccount", "event_accounts"]
