package app

// suffolkNotes are the notes of the invented workshop, one a line: step, the
// number of its zone, the partner's tag, evidence where it was named, the words.
const suffolkNotes = `open.why|0|SCC||Three councils' worth of forms, one household
open.why|0|DWP||New guidance lets us decide locally from April
open.why|0|IBC||The customer centre lease is up next year
open.why|0|CHA||We turn people away every week
open.why|0|SCC||Budgets fall again in two years
open.why|0|IBC||Members ask why we still chase the same people
open.why|0|DWP||Appeals cost more than getting it right
open.why|0|CHA||People have stopped believing us
open.why|1|SCC||Assessments double by 2029
open.why|1|IBC||More evictions among disabled tenants
open.why|1|DWP||Backlog stays above ten weeks
open.why|1|CHA||Crisis grants run out every February
open.why|1|SCC||Good assessors leave
open.why|1|IBC||Adaptations queue passes a year
problem.who|0|SCC||Claimants repeat their story three times
problem.who|0|IBC||Carers lose a day's pay for each visit
problem.who|0|DWP||Our own staff chase paper between offices
problem.who|0|SCC||People in crisis give up half-way
problem.who|0|CHA||Young adults leaving school support
problem.who|0|IBC||Tenants waiting for a level-access shower
problem.who|0|CHA||People whose first language is not English
problem.who|0|DWP||People with fluctuating conditions
problem.who|0|SCC||Parents who care for an adult child
problem.who|0|CHA||People who never open brown envelopes
problem.who|1|CHA||"I tell it, they type it, nobody reads it"
problem.who|1|CHA||Two buses to prove I cannot walk
problem.who|1|SCC||Waiting without knowing what for
problem.who|1|IBC||A different officer every time
problem.who|1|DWP||The letter says no before the call comes
problem.who|1|CHA||Choosing heating or the taxi to an assessment
problem.who|1|SCC||Relief when one person takes it on
problem.who|1|IBC||Feeling tested, not helped
problem.know|0|DWP|data|14 weeks from claim to decision
problem.know|0|IBC|data|One in five adaptations made twice
problem.know|0|SCC|data|62% of claimants known to all three of us
problem.know|0|SCC|professional judgement|Half of assessments ask the same forty questions
problem.know|0|CHA|lived experience|People bring the same folder to every meeting
problem.know|0|DWP|data|38% of refusals overturned on appeal
problem.know|0|IBC|data|£9,400 average cost of an adaptation
problem.know|0|CHA|lived experience|Most complaints are about silence, not refusal
problem.know|0|SCC|data|400 joint cases a year in Ipswich
problem.know|1|SCC|assumption|How many give up before they reach us
problem.know|1|DWP|assumption|What a week of waiting costs a household
problem.know|1|IBC|assumption|Whether shared data is lawful without consent
problem.know|1|CHA|assumption|How many carers stop work
problem.know|1|SCC|assumption|Whether one assessment would satisfy every law
problem.why|0|SCC||Three forms, three assessors
problem.why|0|DWP||Each law asks a different test
problem.why|0|IBC||No shared record
problem.why|0|SCC||Nobody owns the whole journey
problem.why|0|CHA||Evidence is asked for again because it was lost
problem.why|0|IBC||Savings land in somebody else's budget
problem.why|0|SCC||Targets count our own decisions only
problem.why|0|DWP||Trust: we have not shared data before
problem.why|0|IBC||Commissioning rounds do not line up
problem.why|0|CHA||Charities are paid by contact, not by outcome
problem.why|0|DWP||Rules are written for the average case
problem.why|0|SCC||Staff fear blame for the unusual decision
problem.why|0|CHA||Advice comes too late to help
problem.why|0|IBC||Front desks work different hours
problem.why|0|DWP||Phone first, even for people who cannot
problem.scope|0|SCC||Adults of working age in Ipswich
problem.scope|0|DWP||New claims and reviews
problem.scope|0|IBC||Adaptations and housing need
problem.scope|0|CHA||Help to tell the story once
problem.scope|1|SCC||Children's plans
problem.scope|1|DWP||Changing national entitlement
problem.scope|1|IBC||New social housing
problem.scope|2|SCC||NHS continuing care
problem.scope|2|CHA||Transport to appointments
problem.scope|2|DWP||Self-employed claimants
goal.different|0|CHA||I tell my story once
goal.different|0|SCC||I know who to ring, and they know me
goal.different|0|IBC||My home works for me
goal.different|0|DWP||I know where I stand within a month
goal.different|0|CHA||My carer can stay in work
goal.different|0|SCC||I can see what is written about me
goal.different|0|DWP||A no comes with a reason and a next step
goal.different|1|SCC||One front door in the customer centre
goal.different|1|DWP||Decisions within eight weeks
goal.different|1|IBC||A joint visit before any adaptation
goal.different|1|CHA||A named adviser for every crisis case
goal.different|1|SCC||One consent form, agreed by all
goal.different|1|IBC||Shared desk open five days
goal.different|2|SCC||One conversation, one record, one decision
goal.different|2|DWP||Decisions within four weeks
goal.different|2|IBC||No adaptation made twice
goal.different|2|CHA||Appeals halved
goal.different|2|SCC||Copied in Lowestoft and Bury
goal.different|2|CHA||Residents sit on the steering group
value.better|0|SCC||Fewer repeat assessments for 400 people
value.better|0|DWP||More people moved into work that lasts
value.better|0|CHA||Carers with time of their own
value.better|0|IBC||Fewer adaptations made twice
value.better|0|CHA||People in crisis seen the same day
value.better|0|SCC||Staff who can finish a case
value.beyond|0|CHA||Being believed the first time
value.beyond|0|SCC||Trust between front desks
value.beyond|0|IBC||Dignity in the waiting room
value.beyond|0|DWP||Residents with a say in the rules
deliver.fail|0|SCC||The data agreement was never signed
deliver.fail|0|IBC||The lease fell through
deliver.fail|0|DWP||National rules changed mid-year
deliver.fail|0|CHA||Volunteers burned out
deliver.fail|0|SCC||The one assessor left
deliver.fail|0|DWP||We measured visits, not decisions
deliver.fail|0|IBC||A local election changed the lead member
deliver.fail|0|CHA||Only the easy cases were joined up
deliver.fail|0|SCC||Nobody told the GP surgeries
open.why|0|CHA||A parent asked us to try
open.why|1|CHA||The next inquest asks why nobody spoke
problem.who|0|IBC||People who move between districts
problem.why|0|SCC||We reward speed at the first desk only
goal.different|1|CHA||Advice before the claim, not after
`
