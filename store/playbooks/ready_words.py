"""The steps of the ready-made playbooks, in the form that `store.playbooks.lines` reads."""

from __future__ import annotations

EVENTS = {
    "peak": """\
-70..-56 purchasing: Order what {name} will sell: last year's figures, plus what grew since #stock 8h !high
    Safety stock for the ten best sellers; delivery dates in writing.
-70 management: Agree on the goal, the budget and the offers of {name} 4h @lead
-56 service: Find and book extra people for service and warehouse until the end of the year 4h @lead
-49 development: Load test the shop at three times last year's peak #checkout 12h !high
    Search, product page, basket, checkout and the payment providers.
-42 warehouse: Order boxes, tape and labels, and agree on extra pick-ups with the carriers #shipping 3h
-35 marketing: Plan newsletters, ads and landing pages of {name}, with a date for each #ads 8h
-28 catalogue: Check texts, pictures, sizes and stock of everything that is offered 10h
-21 service: Write the answers to what will be asked: delivery times, returns, vouchers 4h
-14 finance: Check reduced prices against the lowest of the last 30 days #legal 3h !high
    They have to be shown beside the new price (EU 2019/2161).
-7 development: Last release before {name}; from Monday on nothing is changed #release 4h !high
-1 marketing: Test every newsletter, voucher and banner once more in the shop itself 3h !urgent
0 development: Watch orders, errors and payment through the first night #checkout 8h !urgent
+3 warehouse: Count what is open, and tell customers before they ask where it takes longer 2h !high
+10 management: What went well, what did not, what we change next time: in an hour, written down 2h @lead
""",
    "launch": """\
-60..-45 purchasing: Agree on quantity, price and the first delivery date of {name} 6h !high
-45 purchasing: Get a sample of {name} into the studio 1h
-40 finance: Work out price and margin of {name}, also with returns and ads in it 2h
-35..-25 photo: Photograph {name}: on white, in use, details, one short video #photo 12h
-30 catalogue: Write title, text, sizes and filters of {name}; check what the law wants to see #legal 5h
    Materials, warnings, energy label, manufacturer's address.
-28 marketing: Plan the launch of {name}: newsletter, social, ads, who gets one to try #ads 6h
-21 service: Learn {name}: try it, and write down what people will ask 2h
-14 warehouse: Places, barcodes and packing for {name} 2h
-10 catalogue: Put {name} into the shop, hidden, with price and stock 2h
-7 development: Check page, search and checkout of {name} on phone and desktop 2h
-3 warehouse: Goods in: count {name} and look at its quality !high 3h
-1 marketing: Read the newsletter on {name} once more, click every link 1h !high
0 catalogue: Make {name} visible, and buy one !urgent 1h
+14 management: Sold, returned, asked: how {name} is doing, and whether we order more 2h @lead
""",
    "sale": """\
-35 purchasing: List what has to go: slow movers, last sizes, old season #stock 4h
-28 finance: Set the reductions; what is left of the margin, with returns in it 3h !high
-28 finance: Write down the lowest price of the last 30 days for each item #legal 2h
-21 marketing: Plan newsletter, ads and banners of {name} #ads 4h
-14 photo: Banners of {name} for start page, newsletter and social #photo 6h
-10 catalogue: Prepare the reduced prices with start and end, not yet visible 4h
-7 service: Know the rules of {name}: vouchers on top, exchange, price after an order 1h
-5 warehouse: Bring what is reduced to the front of the hall 4h
-2 development: Test price, voucher and basket with three reduced items #checkout 2h !high
-1 marketing: Test send of the newsletter on {name}; every link, every price 1h !high
0 catalogue: Switch the prices on, look at ten items, buy one !urgent 1h
+7 marketing: What sells, what does not; move the money of the ads to what does #ads 2h
+14 catalogue: Switch the prices back, take banners and landing page away !high 1h
+21 management: Sold, left over, margin: what we learn from {name} 1h @lead
""",
    "stock": """\
-42 finance: Agree on the day of the count with accountant and auditor 1h
-35 warehouse: Plan the count: areas, teams of two, lists, who checks 4h @lead
-28 management: Ask who can help on the day, and order food 1h
-21 warehouse: Tidy and label every place; what has none gets one 12h
-14 purchasing: No deliveries on the day and the day before; tell the suppliers #goods-in 1h !high
-14 catalogue: Find articles without barcode, doubles and those that are gone 3h
-7 service: Tell customers: orders of the day are shipped the next morning 1h
-5 development: Set the shop's promise of delivery to one day later for the count 1h
-2 warehouse: Work off returns and goods in; nothing lies about uncounted #goods-in 6h !high
-1 development: Save the stock figures as they are before the count 1h !high
0 warehouse: Count everything, twice where it is dear or small 40h !urgent
+1 warehouse: Count again what is more than three pieces off 6h !high
+2 finance: Book the differences; what was lost, broken or never there 4h
+7 warehouse: Where the differences come from, and one thing that we change 2h @lead
""",
    "returns": """\
-28 service: Look at last year's returns: how many, which, why 2h
-21 service: Read the page on returns as a customer would; mend what is not clear 2h
-21 warehouse: Make room and a table for returns, apart from goods in 3h
-14 management: Plan who works between the years, in service and warehouse 2h @lead
-10 warehouse: Labels, bags and a rule for A goods, B goods and waste 2h
-7 finance: Agree on it: refunds within three working days, who releases which sum 1h !high
-3 service: Write answers: where is my refund, exchange, voucher instead of money 2h
0..+14 warehouse: Returns of the day are looked at on the day 30h !high
0..+14 service: Answer every mail on returns within a day 30h !high
+3 finance: Run the refunds daily, and check them against the bank 6h !high
+7 purchasing: What comes back often: size, picture, quality; talk to the supplier 3h
+10 catalogue: Change texts and size charts of the ten articles that come back most 4h
+14 warehouse: Sell, repair or give away what is B goods 4h
+21 management: Share of returns, cost per parcel, what we change 2h @lead
""",
}
PEOPLE = {
    "joining": """\
-21 management: Contract, tax and health insurance papers of {name} are complete 2h
-14 development: Order computer, phone and accounts for {name} 2h
    Mail, shop, drive with this board, time sheet; only what the role needs.
-7 Write to {name} when and where it begins, who is there, what to bring 1h @lead
-5 Choose who sits beside {name} for the first two weeks 1h @lead
-3 development: Set up {name}'s accounts and try them once #access 1h !high
-1 Desk, key, chair and flowers for {name} 1h
0 Show {name} the house, the people and this board; lunch together 4h @lead !high
0 warehouse: Safety for {name}: exits, lifting, first aid, forklifts 1h !high
+1 Read who answers for what, and the playbooks of your role 2h @person
+2 warehouse: {name} packs parcels for a morning 4h @person
+4 service: {name} answers customers for a morning, with somebody beside 4h @person
+5 Ask after the first week what is good, what is odd, what is missing 1h @lead
+30 Agree after a month on goals for the first half year, and skills to learn 1h @lead
+75 Talk with {name} before the probation ends, and decide 1h @lead !high
""",
    "leaving": """\
-28 Agree with {name} on the last day, days off that are left, and who is told when 1h @lead !high
-21 List what you do that nobody else knows, like tasks, people, places of files 3h @person !high
-21 Name who takes over each responsibility of {name} 2h @lead !high
-14 Hand over cards, goals and responsibilities, each with a talk 6h @person
-14 Suppliers, agencies and customers learn who answers them from now on 2h @person
-10 Write the list of passwords, keys and cards that {name} has 1h @lead #access
-7 Show the work to who takes it over, and let them do it once 6h @person
-5 management: Reference, last pay, holiday that is left 2h
-3 Ask {name} what we should do better 1h @lead
-1 Say goodbye with cake and a word of thanks 1h @lead
0 development: Close {name}'s accounts, change shared passwords, forward the mail #access 2h !urgent
0 Get back computer, phone, keys and card 1h @lead !high
+7 Look for what still comes in for {name}, and who gets it now 1h @lead
""",
}
"""Key to steps."""
