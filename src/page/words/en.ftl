# The words of every page and notice, in English. A child of twelve should understand them.
# Each language has one file like this; what a language lacks is said in English.

direction = ltr

## Dates, times and lengths of time

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }
day-of-year = { $day } { $month }
moment = { $date }, { $time } ({ $zone })
period-hours = { $amount ->
    [one] { $amount } hour
   *[other] { $amount } hours
}
period-days = { $amount ->
    [one] { $amount } day
   *[other] { $amount } days
}
period-business_days = { $amount ->
    [one] { $amount } business day
   *[other] { $amount } business days
}
period-weeks = { $amount ->
    [one] { $amount } week
   *[other] { $amount } weeks
}
period-months = { $amount ->
    [one] { $amount } month
   *[other] { $amount } months
}
period-years = { $amount ->
    [one] { $amount } year
   *[other] { $amount } years
}
term-event = { $period } from: { $start }
term-month_end = { $period } from the end of the month of: { $start }
term-calendar_year_end = { $period } from the end of the calendar year of: { $start }
term-financial_year_end = { $period } from the end of the financial year of: { $start }
event-issued = the day of issue
event-created = the day it was made
event-last_message = the last message
event-last_login = the last login
event-logged = the day it was written down
event-occurred = the day it happened
event-reported = the day it was reported

## Around every page

skip-link = Go to the text
footer = { $product } · Privacy

## The page of one request

status-title = Your privacy request
status-about-subject = You asked { $product } to remove the data about you.
status-about-tenant = You asked { $product } to remove an account and everything in it.
status-about-categories = You asked { $product } to remove some of the data about you.

state-received = We have your request.
state-awaiting_verification = Please show us that it is you.
state-awaiting_approval = Somebody at { $product } has to agree first.
state-awaiting_decision = Somebody is taking a closer look.
state-scheduled = Your data will be deleted soon.
state-scheduled-tenant = The account will be deleted soon.
state-on_hold = We have to wait.
state-running = We are working on it right now.
state-awaiting_recipients = Our part is done. We are waiting for others.
state-awaiting_backups = Our live systems are done. Only backup copies are left.
state-completed = Done. Your data is gone.
state-completed-tenant = Done. The account and its data are gone.
state-completed-categories = Done. The data that you asked about is gone.
state-completed-anonymized = Done. Your data was deleted or made anonymous.
state-completed-left = Done, but not everything is gone.
state-completed_with_retention = Done, but some data stays for a while.
state-nothing_held = We looked, and found nothing about you.
state-partially_failed = Something did not work. We keep trying.
state-refused = We did not do what you asked.
state-forwarded = We passed your request on.
state-cancelled = Your request was cancelled.

next-received = Nothing has been changed yet. You do not have to do anything now.
next-awaiting_verification = Nothing is changed before we know that it is really you who asks. That protects your data from strangers.
next-awaiting_approval = A person checks the plan. Nothing more is changed before that.
next-awaiting_decision = There is something that a computer should not decide alone. You do not have to do anything.
next-scheduled = If this was not you, or if you change your mind, you can still cancel.
next-scheduled-at = It begins on { $moment }. Until then you can cancel, and nothing is changed.
next-on_hold = The law does not allow us to remove some of the data right now. As soon as it does, we go on by ourselves.
next-running = This can take some time. You do not have to do anything.
next-awaiting_recipients = Others whom we had given your data have to answer. We do not call this done before that.
next-awaiting_backups = Copies for emergencies disappear by themselves. We do not call this done before they have.
next-awaiting_backups-at = Copies for emergencies disappear by themselves, at the latest on { $moment }. We do not call this done before they have.
next-completed = You do not have to do anything.
next-completed-left = Below you can read what stays.
next-completed_with_retention = Below you can read what stays, why, and until when.
next-nothing_held = So there was nothing to remove. If you have used another number or address with us, please ask again and give us that one.
next-partially_failed = Not everything is done yet. You do not have to do anything.
next-refused = Below you can read why.
next-forwarded = This data belongs to a business that uses { $product }. That business decides about it, and has to answer you.
next-forwarded-to = This data belongs to a business that uses { $product }: { $name }. That business decides about it, and has to answer you.
next-cancelled = Nothing was removed. You can ask again at any time.

dates-heading = Dates
date-received = We got your request
date-verified = We knew that it was you
date-acknowledge = You hear from us by
date-complete = All is done by
date-begins = It begins
date-ended = It ended
date-backups = No backup copy is left after

data-heading = What happens to your data
data-heading-done = What happened to your data
fate-to_erase = { $records ->
    [0] will be deleted
    [one] { $records } record will be deleted
   *[other] { $records } records will be deleted
}
fate-to_anonymize = { $records ->
    [0] will be made anonymous: the records stay, but not your name or anything else about you
    [one] { $records } record will be made anonymous: it stays, but not your name or anything else about you
   *[other] { $records } records will be made anonymous: they stay, but not your name or anything else about you
}
fate-to_clear = where other people's records point to you, that will be removed
fate-erased = { $records ->
    [0] deleted
    [one] { $records } record deleted
   *[other] { $records } records deleted
}
fate-anonymized = { $records ->
    [0] made anonymous: the records stay, but not your name or anything else about you
    [one] { $records } record made anonymous: it stays, but not your name or anything else about you
   *[other] { $records } records made anonymous: they stay, but not your name or anything else about you
}
fate-cleared = where other people's records pointed to you, that was removed
fate-kept = { $records ->
    [0] kept
    [one] { $records } record kept
   *[other] { $records } records kept
}
fate-on_hold = must stay for now: the law does not allow us to remove it yet
fate-unfinished = not finished yet
kept-until = { $ground } ({ $citation }), until { $date }
kept-open = { $ground } ({ $citation }); we cannot name the day yet
found-nothing-heading = Where we found nothing about you
left-heading = What else stays
left-others = Some records stay, because other people or other records still need them. What is personal about you in them was removed, or a person has decided that it may stay.
left-mentioned = Other people may have written your name in their own messages. Those messages are theirs, and stay.
never-heading = What we never do with the data that stays
never-lead = We never use it for:

refusal-heading = Why
refusal-citation = The rule for this: { $citation }

proof-heading = How to show that it is you
proof-any = One of these is enough:
proof-all = We need all of these:
proof-registered_email = open the link that we send to the e-mail address that we know
proof-number_ownership = type in the code that we send to your phone number
proof-password = sign in with your password
proof-operator_attestation = somebody of our staff who knows you confirms it
proof-representative_mandate = if you ask for somebody else: a letter that lets you do so
proof-own = another check: { $name }

## Whom to turn to

contact-heading = Questions and complaints
contact-controller = { $name } answers for this data: { $contact }
contact-grievance = For complaints to us: { $grievance }
contact-officer = { $name }: { $contact }
contact-complaint = You can also complain to: { $name }

## How to ask

instructions-title = How to have your data deleted
instructions-lead = Here you can read how to ask { $product } to delete the data about you, and what happens then.

who-heading = Who can ask
who-anybody = Everybody about whom we have data.
who-erase = { $label }
who-forward = { $label }: we pass the request on to the business that you were in touch with, and tell you
who-scope-subject = for the data about themselves
who-scope-tenant = for a whole account with everything in it

ways-heading = Ways to ask
ways-none = There is no way to ask yet.
way-meta = Through Facebook, Instagram or Threads: remove our app in the settings there, and ask for your data to be deleted
way-email = By e-mail
way-self_service = In our product, in your own settings
way-operator = Through our staff
way-api = Through a business that works with us
way-consent = By taking back your consent
way-label = { $way }: { $label }
way-address = Address: { $address }
way-subject = Subject line: { $subject }
way-asks = Please tell us:
way-scope-subject = If you write “{ $words }”, we delete the data about you
way-scope-tenant = If you write “{ $words }”, we delete the whole account with everything in it
way-proof-none = You do not have to prove anything else.
way-proof-any = To protect you, we check that it is you. One of these is enough:
way-proof-all = To protect you, we check that it is you. We need all of these:
way-acknowledge = This way, you hear from us within { $period }.
way-complete = This way, all is done within { $period }.
way-grace = This way, you can cancel for { $period }.
way-approval-operator = This way, a person checks the plan first.
way-approval-none = This way, nobody has to agree first.
detail-full_name = your full name
detail-phone = your phone number, with the country code
detail-email = your e-mail address
detail-organisation = the name of your business or organisation
detail-statement = a sentence that you are this person, or may speak for them
detail-scope = whether you mean the data about you or the whole account
detail-description = which data you mean
detail-waba_id = the id of your WhatsApp Business account
detail-phone_number_id = the id of your phone number at Meta
detail-business_id = the id of your business at Meta
detail-app_user_id = your user id in our app at Meta

erase-heading = What we delete
anonymize-heading = What we make anonymous
anonymize-lead = These records stay, but not your name or anything else about you. That is not the same as deleting.
retain-heading = What we have to keep, and why
retain-lead = We delete everything about you in these records that we do not have to keep.
ground-period = { $ground } ({ $citation }): { $term }
ground-review = { $ground } ({ $citation }): we decide again after { $term }; if nobody does, it goes
then-erase = After that it is deleted.
then-anonymize = After that it is made anonymous.
deletion = Gone even if nobody asks: { $term }
deletion-notify = We tell you { $period } before.
ground-tax_law = Tax law
ground-accounting_law = Accounting law
ground-legal_obligation = Another law
ground-legal_claims = Legal claims
ground-fraud_prevention = Protection against fraud
ground-security_audit = Security
ground-dispute = A dispute that is not over
ground-contract = An agreement
ground-consent_record = Proof of consent
ground-public_interest = Public interest
ground-other = Another reason
financial-year = Our financial year begins on { $date }.
time-zone = Our days end at midnight in { $zone }.
purpose-marketing = marketing
purpose-model_training = training of computer models (AI)
purpose-profiling = judging or sorting people
purpose-sale = selling it

time-heading = How long it takes
time-acknowledge = You hear from us within { $period }.
time-complete-receipt = All is done within { $period } after we got your request.
time-complete-verification = All is done within { $period } after we know that it is you.
time-none = We do it as soon as we can.
time-verification-extends = While we wait for you to show that it is you, this time stands still.
time-means-live = That means: gone from the systems that we work with.
time-means-backups = That means: gone from the systems that we work with, and from all backup copies.
time-backups = Backup copies disappear by themselves within { $period }.
time-grace = You can cancel for { $period }. Nothing is changed before that.
time-approval-operator = A person checks each plan before anything is deleted.
time-approval-none = Nobody has to agree first.

confirm-heading = How you know that it is done
confirm-code = You get a code. With it you can see at any time how far we are, and what stays.
confirm-notice = If we can reach you, we also write to you when it is done.

meta-heading = If you only remove our app at Meta
meta-lead = Removing the app does not ask us to delete your data. Please ask in one of the ways above.
meta-gone = Only this goes then:

unasked-heading = What happens without being asked
inactive = { $label }: deleted if we see nothing of them for { $term }
inactive-notify = We tell them { $period } before.
suppression-allow = If somebody gives us your data again later, we take it like anybody's.
suppression-alert = If somebody gives us your data again later, we notice and look at it.
suppression-block = If somebody gives us your data again later, we do not take it.
suppression-period = We remember that for { $period }.

rights-heading = Your rights
rights-lead = We keep to these laws:
law-eu-gdpr = GDPR (European Union)
law-uk-gdpr = UK GDPR (United Kingdom)
law-in-dpdp = DPDP Act (India)
law-us-ca = CCPA (California)
law-br-lgpd = LGPD (Brazil)
law-id-pdp = PDP Law (Indonesia)
law-meta-terms = Meta Platform Terms
version = Version { $version } of our rules.

## Codes that lead nowhere

unknown-title = We do not know this code
unknown-message = No request has this code.
unknown-help = Please compare it with the code that you were given. If it is the same, please write to those who gave it to you.
mistyped-title = There is a mistake in this code
mistyped-message = At least one letter or digit is wrong.
mistyped-help = Please compare it with the code that you were given, and copy it whole.

## Showing that it is you

prove-title = Is it you?
prove-message-link = Please press the button to show that this e-mail address is yours.
prove-message-code = Please type in the code that we sent to your phone number.
prove-about = Somebody asked { $product } to remove data, and gave this address or number. If that was not you, close this page: nothing happens then.
prove-button = Yes, it is me
prove-code-label = Code
prove-code-hint = Six digits
prove-code-button = Send the code
prove-again-button = Send me a new one
prove-problem-wrong = This is not right. Please use the newest message that you got.
prove-problem-expired = The time for this is over. You can have a new one sent.
prove-problem-used = This was used before. You do not have to do it again.
prove-problem-too_many_attempts = There were too many wrong answers. Please write to us.
prove-problem-too_soon = We sent you one a moment ago. Please wait a little.
prove-problem-too_many_sendings = We sent you too many already. Please write to us.
proved-title = Thank you
proved-message = Now we know that it is you.
proved-next = We go on with your request. You do not have to do anything else.

## Asking

ask-title = Ask for your data to be deleted
ask-lead = Give us what we know you by: one of them is enough. We then send you a message, to see that it is you.
ask-email-label = E-mail address
ask-phone-label = Phone number
ask-phone-hint = With the country code, such as +91 98765 43210
ask-scope-label = What do you want to have deleted?
ask-scope-subject = The data about me
ask-scope-tenant = The whole account of my business, with everything in it
ask-trap-label = Leave this empty
ask-button = Ask
ask-problem-missing = Please fill in one of the two.
ask-problem-email = This does not look like an e-mail address. Please look at it again.
ask-problem-phone = This does not look like a phone number with its country code. Please look at it again.
taken-title = Please look at your messages
taken-message = If we know this address or number, you will get a message from us soon.
taken-next = It says what to do next. If nothing comes, look whether you typed it correctly, and ask again with another address or number.

## Cancelling

cancel-title = Do you want to cancel?
cancel-message = If you cancel, nothing is changed.
cancel-help = You can ask again at any time.
cancel-button = Cancel my request

## When something goes wrong

error-bad_request-title = We did not understand that
error-bad_request-message = Please go back and try again.
error-not_found-title = There is nothing here
error-not_found-message = Please look at the address again.
error-forbidden-title = This is not possible
error-forbidden-message = This page was opened in a way that we do not allow. Please go back and try again.
error-not_possible-title = This is not possible any more
error-not_possible-message = Meanwhile something has changed. Please open the page of your request again.
error-too_large-title = That was too much
error-too_large-message = Please send less.
error-too_many-title = Please wait a little
error-too_many-message = Somebody tried too often. Please try again in a few minutes.
error-unavailable-title = We have a problem right now
error-unavailable-message = That is our fault and not yours. Please try again later.

## Messages

notice-subject = Your privacy request at { $product }
notice-follow = See how far your request is
notice-acknowledged = We got your request on { $moment }.
notice-acknowledged-by = You hear from us by { $moment }.
notice-prove-link = Please show that it is you: open this page and press the button
notice-prove-link-until = The link works until { $moment }, and only once.
notice-prove-stranger = If you did not ask for this, do nothing. Nothing is changed then.
notice-prove-code = Your code for { $product }: { $code }
notice-prove-code-until = It works until { $moment }, and only once. Never tell it to anybody.
notice-scheduled-cancel = To cancel, open the page of your request and press the button
notice-end = You do not have to answer this message.
