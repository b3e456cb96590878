-- request: 01a1fb67-1800-7ae3-aaca-fd3e458c2eb9
-- code: 1TCQ3JRH6X8QREZ9A2HJG2A7BGBQ
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, NULL),
('t3', NULL, 't2'),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', NULL, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, NULL, 't4', '0.0.0.0', 'pseudonym-4Kh_6ddccKcF0t2R7aW94g', 'asked for [erased], and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', NULL, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7ae3-aaca-fd3e458c2eb9', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 40);
INSERT INTO oubliette_codes (code, request) VALUES
(X'F995F82B95142027C0BF00FFCFB1E3F084607A3026E9D8E0AD0A5B1842ACE03E', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":2}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":2}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":2}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":2}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":2}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":3}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":2}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"cleared","records":1}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":1}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'0954E91D48BF247D06D4136CD8B2AB65EE75487AF600599705D512CB7FDADEA0761A36E8CB8044938E5B27205D681DAC1842F1A37D746FFE2C83A1A3E65A491072E3F7916A56E9CD66E85DB812F82040456010687A36915A22D43037707CCA49EFCC227E1095E2F4FC8292731DD31EE7625648B44F172CCC8DCD0A18A955E14D8A0A803750A289553603F40EAEBD6458FA92D068A1D15AE2F825AFE5AB29BF72D4C22446771F26C170B6FF202A69F4890C4DE6E021FFAE705AE35C2E92B4A09DFDB352CC16775FBBC38044A52433DBE3BFCBA51A3B50962BF05D5F158740EFEC32F3B22450CA2D25490B7C02AE5DD1F7FE436B94E0B140F5500CF3484CF0E98C5914DCB9513A6AB76C4A787E0D99F09B4C6A0643258686112019E4BB0B3AA91AF2897F2C16D379ECBA9A7386D68D0BA587987EC1BD68AAC0FE3117FF6586EE525BFCE76D958752701CCE8C7DEC006F91B5B62B171085025DCBF899A1861D5D1BC0C78D1EE8194001143C8182E868DEF0184F2C812F4C52872EE52A853280ADABE304E61EF08F350EE547E619C8E2FB06818DE691281725D1139AE7000AB49EE377A09F2A09C29F6D0C1D821CE4F7EA758C46202C7B58C137D542F0DD6FAB253765FBDB327DA5C189263F5DD6DE8CC2347F723F3E78CDA6F4817E51AA2095FAF9ED5AC854143E6DF38F1C55F1D920FC7881039B5BD058DAF206834B32C16C95A50D4D9862E887E41E392A6C210544DEA8978499A079153FAAC938AAE4AB70978B68745390E1F6969AF0FB13A2D862BA57F7AF8EF4B8CBE75C0C9868565B6453C081BD6CC31C20BE4F51260782632B64C8611B6FEC15ECFC07A7E06AAD924ECB8E77BA56CB7A4D0B1E441E85');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 3),
(6, 1, 'gone/contacts', 2),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 3),
(9, 1, 'gone/threads', 3),
(10, 1, 'freed/addresses', 2),
(11, 1, 'freed/groups', 1),
(12, 1, 'kept/contracts', 2),
(13, 1, 'kept/invoices', 2),
(14, 1, 'others/visits/12', 1),
(15, 1, 'others/threads/9', 1),
(16, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'E85BDF101286A134FEB133289242E16B08DACE22E5F43C16C0BB475543427801', X'14D9F052241A155BB34E134254C7F1E31D39992544E6EBD0397A6F8B7BEF51453A640ED8C533B68B92D1437662592FB1CA3165E7E6A774E6953CB7BE69755C'),
(1, 2, X'0BD06DCA41593FC82063EDB181964D28EAC6AE8E00C183DC5C5AB9BE7994E424', X'1B6CD929C14134BA50E73D2FD7776F51707CFC49083B77523B89DEA4F37D3753895325C8B1DCF1F75A5266B0D67DA55840172CA102C87861483496FC926B11'),
(1, 3, X'C491C3C92F5A6BF7FFABE257E55E97DE955B508BB944BFB0D562C1ECB75AD753', X'EEDD309403F6C45400B0B8629C2036BEA94E0F12570C5BA092C98B3414873C0513AE6C07F9815FB462EBCCC34957717157D7230DD4ED2FA27113748123AD59'),
(6, 1, X'4A51F99C58C466C99686882C374FA438A0E81DC95A1276B8847108CF43DE17B3', X'D0DED9AA216BCD46C926EABE946E5EF845DE71AACA0322E5E71EB07BE2D9496E0762C791CC7DED5F375FDEC65C914EBE8F99644D754C8DFAC2E53BAFF62360'),
(6, 2, X'331B38347041B36C545FC19FADDFA14FF2076BB4B4E49E04A479117E053BCDA4', X'85F4150A30E44E25FFC40D364AE22198C2F19CD699BD00F466AA33DD0F5993DA0B275BB01C86CB53B9BA1C65BEEB08824AB5D970DF82DF8EDA0C41FFDF7CAD'),
(7, 1, X'4641412937550745086B97D1A3C194468B125A71322F10F016292963099B2F36', X'9EEE6D3274EB1E37FAC6DE4FD78965646E811A9EB4615D7F433AEF326E80EB9772F38F2FEC5564F73EDEF82F978C9FEF579EFAE2B6B8F1FC170CC9120A80A0'),
(8, 1, X'166ECD2DBFF0D5BF1B720589A3ECA0C95E76DC8FFC9D7648124EFCEADB003807', X'27DB69236DCE5FF7501EDB5649CB3929D06B290F8F9CBB6DC9EC42FA843058E3C775E350BA0BF077D43111CD2BC7830F4E0B3CA7DDEDE772598D4382045372E525776FF96B570D9494F35F2165'),
(8, 2, X'908213FE2455A269D7984B6C85385E851EC0C75C0FDD5BB52D495F67CFA27181', X'63DC4515D42BF28D8E00AA08BC42AE8777E192DBA0D288DE98AA4D09AFD7A51809F1873E5C81D4804FDD1346E9CB11932CE51625D6F4B6B25CE758299F19B863469EAD22CF0520E87A59E297CE'),
(8, 3, X'8D52F2D0586289B74D7532518C5E9AFFC2ECEABADF7EAE59C15968024DC20461', X'E184D87016F0E9FFDBC7E116085E44935F1F2B0A32ED4EEC458C4EF79BFA6C554507E14C7510CBA3DCE31C4110AB5EC1AD9458D353B1D79210C9702062839DC1F87CFF3C557F2277657A6FDBCB'),
(9, 1, X'42083FE586496BDEB846788C0B7D562E373CE5BF5F261474C8E760A936DF6373', X'95A7CF03B3821FCBDE6486E082F90D07A910D5017A96111D6CB972789FB97AA8D67F10CEDE024519407469006EBDF7CFCF388264823D697EED4D5ACE5EB190'),
(9, 2, X'2FC46130990E81F0AC48C2965E71E173FDC6E9079F5222BDA2B61FDC456FD3A2', X'B3CE61C00C1FBE08DE0F27FBF369BC9FF99476346344FDB4537EB99B9BF9F6EC8982F6AE343C831CDA2FE66503E28A16971709124E7DF133B5AD0ECE4C36FC'),
(9, 3, X'70F66317B4B6F4EBD1817C0FD7B1E319E8938DB14471BD3BF5A0514D6E50F478', X'1718110DD64D7D9284FCE468001AA4BAD66002C17B87341A7B06B00442E4434876D720FB935336B1975BC99D04C0694FE7E92196512970FABEADB24AB7E1D1'),
(10, 1, X'18B01749701EF58922F78FA2936DD6DBB5FAE17F16C69DCA6FD5BA774CC13973', X'D6CA232E9CB4641FEFE02C7E37C97E1870F792A1FC099CCA6D8DCE733EC4BF267EF1E4B4EB824842F03FC025C2AADDA372980538CB5E5E0D7381D35B11890A'),
(10, 2, X'246464F476A29183839180658EBBA44D29C9DDF14B348511FA021DA233DC7018', X'46D797843760386438039DB8201FFCAE56C018EC2AA181CBCF595528E60BAB3A9F914477793D0A55C8DB602C500BDA4A6F8955A0F4DA837A874258F5CBA6CB'),
(11, 1, X'7569C5C81FE1E55C964C940BE74010F90E106E4938C8566C99E62360C10B3FB3', X'94BCB1894BE8BF1730F6EF434228C5622A9CE4C98F6EC715D5106D1E507AB7001AA1F11590EDA4237CF18BC7F00CE87CBA9441581B6F9642F7A55CBD4E3792'),
(12, 1, X'BEF6374AC95E2CA44284B14412591B85438E455AEEA7D9ED045D33372351A476', X'676449AF2E9A741A61582D792996BD458FC06A737B8142D3FD011861827476A6F21F1E9154664A8353D9A934519E07B1B02BCA90A859C979CF9C12CF4B79D772EE19BFF8E966C1294759090407AABB8EB2DDAD8B335AE05F0F364D85DD7B02'),
(12, 2, X'CED73B12F133C8D1CF5F5B56EB6B69DA76E49F5560C8C8909F4F118E871311C5', X'88B3F3664F537BF6E93CEA8090374B45A2CBB0E8E54152486734FE0EB48139CD2E3759799DF857AD73F1E417EF3E6F9DEFD77D7B999F81172792B8D605890CF2191731A182E9BDAE2F47'),
(13, 1, X'EF5FA1BF1892480BB2E58928BF7BD148206A9D8E540DE0151556A694336A3E02', X'7F9BD7903E9FC6477DD19ADFE5A81891B5DCA58F4DB9942CB159192D658D4170955674B3A6D1E476F0123D92858BCA61C0B1E3B1496B74124855203217EDFB3E60555982D2F36A50E5F8585304D6A2A27335FE4C74437E2288E2F9DA3EF330A039657E6F7231A8F532A9639A0605568AC363E2869957B7336BB8317C143022E38B'),
(13, 2, X'3EB3E73082E67AD0AF87DB2CE76E63A3091FD5683018D2281270AF7E80A4EEEB', X'6F68FD9ECF994C1C347B36A710F6FF9B7D54433E6EC3DEB13526055B7E74E40610091DBC36B45D112A45FEDCE3B4E9EDC500670D993FE1D2F8241F6D97D85527913C244861DC3D8BAAD698EABE85512BC7A72A25829B82443F987208E05A83244380CA15552650131D3056B62B9AC6F66F3786D63D9FD962DF725D441B88323675'),
(14, 1, X'0690200B4C877637630556452158EFA4E0484761099AEE640795FF9939D911CB', X'C4F580188CF6CB007259959860DFF71622BEDFE102DA9D5A25C0F5E42B76BF33AC8CFE0FF74303A711254499979A2B24F5DC2653910C7FD6F6B8AD361D80BFEDA632D58F3EB31113C93CECFEDB92566E453693530B'),
(15, 1, X'6BC9D4115995663152EA3E75944F4DDF28E2F170427E8A67790D7FE3035E8989', X'984479FF48C68C86C2EE73787AD08484AF2358364B3AA5C7D8EADC752332C81B5132F02F388D122E54BE45A1BE82B1F078ED5C8D0D1DA4340B3A2DE8181E5B'),
(16, 1, X'DBE9FBFFDA04923D388D7E28771354F708B10731A94C60B35088E1768C1CFC4E', X'1D81049056EE3C844DBD016272AB991EB7E69344031CB4284AE1E93E624D74AC80BCD0F2274A67B832828C84593EA5F93C999E902D7B247D0CC43F97D4E971');
