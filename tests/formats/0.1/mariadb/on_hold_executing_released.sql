-- request: 01a1fb67-1800-7b65-8a3b-9138591e880d
-- code: 5PK4J902RM15KQYZ9D4ZN1ZH2TGW
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (`id`, `account_id`, `phone`, `email`, `fb_user`, `full_name`) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (`id`, `title`) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (`contact_id`, `group_id`) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (`id`, `from_id`, `to_id`, `group_id`, `body`) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, NULL, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (`id`, `contact_id`, `parent_id`) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (`day`, `seq`, `contact_id`, `thread_id`, `ip`, `agent`, `note`) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (`id`, `contact_id`, `street`) VALUES
(1, NULL, NULL),
(2, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7b65-8a3b-9138591e880d', x'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795220100000, 1795220100000, 24);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'24FC3F7AB4D80509A27EC522CF480A5AC87C543C9DD6DC3A5DD8E7C8941CAF81', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"97fd9bb1319b2f8da33a06fbe99ddb4925440c383569ff96a77b6195325ddc3a","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"leave records of `invoices` as they are: a legal hold suspends their erasure","reason":{"category":"billing","ground":"legal_hold","citation":"Case 7/2026","until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"contacts","action":"anonymize","words":"empty records of `contacts` that something which stays still points to: mask `email`, `fb_user`, `full_name`, `phone`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":2},{"records":0,"shells":2},{"records":2},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":0,"shells":1},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"on_hold","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"absent","records":0}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"anonymized","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"cleared","records":3}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"cleared","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'CE4AEE0C1C3210BB2F30FFB821179298FF18ACBDD4C9ECE10C1ED6F15C36E769B2699F943E2014B7BAA6481066690F83A1639EF61256F809D5E3244E931952CDF195BCDB8E67B54435FA77643CAC6637DDF30CDB651C40575072E602EA2EE9055102CFB9754BECBB70EBBE888B5FFB52136081F642E33BF25532BF9D65FF618CD026A21B281C4DB1C87CE7EF88912AE69777DFDC47208C315A9FF3282F0608EA34590BB25EEE34D6753DB0ECCC054B30388E8DF395368DAF1EA96B9C47B2ABA4C0E9313609AA3C0A52672327736BC04FF4AB05831AB8961F6F52F394058DC642E76A7CB7F5FD86EFD290995AB715387AB7EEB079466CCC3CFB5240C0F0FF1C74A5C3D64EF0640E5D803F18CE053A7B233F0362932805C91C23E6B5B8382A71D4B1BC3EEE0AD8D72484A9C421DD4991AB68078360309BB47CB68646933F29F4C1BEE63D32E8324375CC6983F5E25BD7236C6ACCCF487C2C6BA914C4CB5EFC2BA23633D6BE1A32FC572D610EB3EBD21041228F87643FEEAC1DE03425AE7E657A1B1763DA');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 2),
(2, 1, x'676F6E652F636F6E7461637473', 1),
(7, 1, x'676F6E652F6D656D6265727368697073', 2),
(8, 1, x'676F6E652F74687265616473', 3),
(9, 1, x'6B6570742F636F6E747261637473', 1),
(10, 1, x'6F74686572732F7669736974732F3132', 1),
(11, 1, x'6F74686572732F746872656164732F3130', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 12;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'83E5E8DFC8B6093A509768A71FB363695F4CB67BC9A5BEA2C005F96FF58CD8E3', x'8E965E8F10B2D5A0DD9D5EBBB9B904CBA7226FBFC86283AF968076FA566662D74029080DDD256D0F5A47270D994959A38468A7235D291DF6678FB75FB2CB7E'),
(1, 2, x'69D53E291B397F5C7B2CFFFF51406DCCF7810241BF0E26FB5BE578452E1ADC00', x'B802EB32A9180012B726D61F62C8FAACB895B7787DC15164165070AC6E9F057C820E3E5D47E2943FD8F8161EF507AAC7CD0E35383C2BF3164BF6EE5B8909FC'),
(2, 1, x'B5D8BF5D69D644F73ACE205FD45EEF9B626E9B4D55CE32009FC6B831909811F5', x'6CF2983BD4446A9CE1BC70D4BFD2598780165903F1BBC3A56822BFCA8CC2061DC9C3BAE4BE2C18B3058E8E8A7AE35E0F2A29E7F7485161FCDDC5E3AEC7E081'),
(7, 1, x'8C816A9695C59A3A0CFD818FBF3AAE151144C10100D5FAC70DD2B50FC9DD98BF', x'A6957CFCF17A8883A2AB97BA44D80A47B5A13D350034EB404297CCF5720DCC317A9A97A01A823D7D49D4CBDA908B3251D3D742A3802903F515056D7E30F7DEBBE30606CE1ED9D165F1E95FAE36'),
(7, 2, x'AF2AC08084FE81BC539432BF5673C6A9FDFAC198BDD168BA798A1BAFE94A3A74', x'74D87E4CEA138457BA5F7F32EA19CDAAE6A057F97C11884CC60E80A7931219D659C31D9ED75B5096039BFE49A54DEBD09A7D55AD053360503FDF87C3F4923CAC597ADA60EDE7E834FABC941622'),
(8, 1, x'DA0455D758FC2024BBE28E6C85AA619B0448A2F2D088F707C82A8C5124C31A84', x'C7132D11E20EB59438994D92157AA0BEB055DB19FEB57A8954E4A5D66C1EEBEC9C27F2B779A06626EB265F6E619D4D1AEF07DFF0352AD8CBBA0DACE57BE107'),
(8, 2, x'71A573562121455A71FB1B785947965BACE2CF759690DE79626198BC4086063E', x'0DCD595885064132571E84C810E4F1E2F4AA8A4CFA2AA72E769B96D41B9FEA5677F5923E660975ED129ED87FE5B485CA77AB9E59ADDFB91BC921F50FF73824'),
(8, 3, x'3FF939E88560D8EAC3016694809624B924D67ED97EC63F4A4152416E9D9F1BE1', x'EB7910C5ED5B9E193C4BD1951D9627FD9FE5A4FEDCFDABB2BBE7B8E1350FF47640253FB943831C64C15F0255EE4DA4C419F18AD788AB73CE9B52AF3464F21D'),
(9, 1, x'84073CA07EA1926C1E06B8431F745AD07D8B8000C07269BA4ED05FB16EBD4FC3', x'5E68F78860344040FAC811ACDA6061F26B7C96711CDCF1D07233C5FC0F98AB89E05AF1380B226BFF2A8443229A9C97F1C0A62AD29084FEF924ACA807BA6C07F3812F7BBF23D0C64FABF351234B08690054F3A8BBA8D320DBD584B2E703B5D4'),
(10, 1, x'3F2FA01BA252B105F67570DF3081DD95423B342FC3D5A9AA0B68845A18F852B4', x'C3E7D82052A516C966D233D7B75FDE5382296BE1FE024CF3702191CE758666614BC213683293777A19F76B664916EAEB69BA4B3BA1B785272C7D00124F1BE18E201C6B8BB6316B5A1903D8C0B68DFC297C39F57629'),
(11, 1, x'EB7F9E9C022183BA9468040306486BCC252EBDACC35913AB23F6F472B65E13A9', x'EFB1847F4A4CCED47E59F47837218DA786C4C30C96D559D26F2A3EE00152CD608D1426DD5E41CBE6FC6C04805B19863BA269643160BFB02654B1ED5703937F');
