-- request: 01a1fb67-1800-7eb1-a9f3-74d2f6ad6d8c
-- code: 3SVFJ826VR4DN8GJTJTTEPD5B4P2
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
(1, '01a1fb67-1800-7eb1-a9f3-74d2f6ad6d8c', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 40);
INSERT INTO oubliette_codes (code, request) VALUES
(X'5234B1D6080332CA122700A98E2EE194F349253F49C743EA219B3AC5B6CD163C', 1);
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
(1, X'6FB06FC3DE83A298F1A754175326429C81EECB5187372DDF48BBA08DD53144D84A0E5645378B41EA6E26B4C439EF1FAEE4D6C57A416F8BCFC05CC37DC4E59DB886E498B4ADD7B0D1DBB44E56B79AB4F3459A4EE9970E8192DE95975A12B4490FC67F901C4FE21AA7F003594B7371EF03F989600F7B07E3C9A2D58D373002B32C245712EF683BE630DEBBCC6D68F30EF97F43F186EDDCD2A44C77E866F32ACB2024B2C55AA369BEB6144666787F2A34A4C5D65680AB19D304967DE80A699A02ED694041D826E041608A9E30BCDAF09A296E38F96CD4D1561008E4FCBBDED82A3C9C145605340255E0AAF1A7F2DDE4B94164DCC56E3F5D7531249D65EA407EF0620B778001400EF8F44E0BFF15E1581A8E56DFB258D0F3763AA54DBE772AE32ED91967A349D80F4F8090F64C71761FE66C9DDEBD9704119FEAED2BF7C8F30D6B4D754F1347F3F3A498B09D06483A6352A489C61E1BDA72C9AEF50CD99E4A72223458578E7E695109CBDE4FCBDBBF15434C59BB681A35037CA378F83B99E8FE2B8A30C5767DC9E59C3968CBF516F60F1942D138FB22321C95514FB3438CC08824A18564B1773D99AE66B7CCFAC40668608AF9FC42C9EFD29C2020D0E697A1F9A0F3072AF82A40E71A8D8D5AB2D23F8B85FFFEEFA0D9C4435FEDCD44083491F86A189AFBD532D582092A7C7B573D2E073FF7CDAEF9C288EFDA87A0020A6A0314308ABC64F9C329FA152830C999A9A992628E6E870DF754F6413FDB532458E69BCF690E18AB82F3138D00D0FE72D12FE9DFDA26E0C4BD79068EE8F7061536F564A18F07E71C01B4A95E46AB8723B66A00DEA329AD42AA92AD813F0B1703EF0DE5EE910E3E140A5FB92A400CF409');
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
(1, 1, X'FEA10736E7AD391BA1FFFD4983DBD18381F9697CAC6724355D7104585112D2AD', X'D428E81579BD75EC3376FC1EBEEB2153C35E895FCD4B94CC5645E3669AEDE248492DEFC5E205DC24A94C85FDCFE186952C64C20EB4DEE81F5FE3412C6BE45E'),
(1, 2, X'83E8EAEF8AD5F639BCF2E4404116E2DDDE495E62AF7E4FD236BD36DFAB453985', X'1F3996E51C73B69CC60ACA1F548296AF1E40ACF7684024C3EF2FC43391F90E6D6E4440C88A689D8DA75F497209CFD1F75335D80C1A8DCAB1191F7E7A931DC9'),
(1, 3, X'4C3C882149FAB4505D36CBED9FDCAAC648768F00DC2385AD403D2A7E380B1A85', X'E369936DC59DB6111D9621BC1C5A95420BF76D8BC963CD419F2E21EACDCB0DF196CAA890DDF576C80128D345E5178D7E26191FE9BE1FF2044981C2B0442500'),
(6, 1, X'438DB8394E53BD61566820A5C45C40529FAFD211384D23119736750806B5C7B5', X'42687ED4BEA4B9B41A605ACA19DA39B003501B7608A39DDE257E77AECE2A72F7F3333DE2FEE0C163483D1E453E116464E46BD28E530231D51E685C62DEE9F2'),
(6, 2, X'C3040413D71F16D494B816C64B367F2B5DAFC0D88D5467512D0BD100BD318A2C', X'238E0A93EA19C2931CD604545CFBDC71FAC3285DDFA6F2295F8F511DB85C4E017DA5646E79469BE01A9E421882746DB8CF230D2D49C99F8F656F9C5C1E6659'),
(7, 1, X'445B812CE21E1B1C4416B04E3389B4854EC8F594B128BC239E77C218BA06AD5C', X'1ACBFBCD01BE0BE5CB9DE1F3A260F7E3CD7766107D7DAEBB84C0AB46935F6E89195A97760D7FC378339C90CC3FBFA64336CC5DA4F31095697B17D97D369E53'),
(8, 1, X'8E7265E740EC0C45BC3A0B67EB6CBD38BD446138A7D2A459F18615DD69085931', X'71DD901C35E69F4FB25DA844A1456048FC1AB6E755A6B44E99CF91A117ED6B28A4A0DE344A62AE4B998B8628B9474D5FA8E397BE51E679C67ED9E31F9B54BA99B4ABBEF6CFF58848AFA0F75D84'),
(8, 2, X'9E6FCB114BB794841EF5F195DD4EDE5E6C801E372D7C706B9FB4ED2F7FA0FE43', X'20C2417A1BA9033B08FD849D8F002F30C6B61A7662758B58714F40A1B1A04B9FCA6D159559C9D58E4E384BCB9B66FFE80EC666254092F7E34637932F21E29EA835E2CFD578B91D81D57C030F36'),
(8, 3, X'033F64AE404504E28A5B1764A4C57B260E5972FCB3665A2BE717220DC9F7FE97', X'C079839DF2B1D9BCBF21847450F78A4B14D649A8BEC499DEB73C65A63EB680F44706DB516CBCA06F883226A4C2D4C9EEEC2517883112E34CCB41F96384B15FE916C4936387AFD80B60798D14A7'),
(9, 1, X'DD333C56FA0FB6EF475FBC81BDF06AFD2583B0C84904688F55C583433E8339EE', X'9F73B942C329654939E6451C6214246BEB6972B40F87A1E93EC52E28E0A152AA911B56C1C9A6ECD732BA4DCAD1D411A2DE591D23CA0210B02ED9F3041600D1'),
(9, 2, X'69B3D152BAA300A2EB6F0C672683945483DB44EEA3F78D046AAAC2B38B3D1666', X'6FBB69C20C642E44152B818DECF45B793F96F8D8FD5358545CF47A0636112DD7A00834C6A8F43F269321E74968D578BD847A5C095EF30E7F503CD121DC15D8'),
(9, 3, X'3578F79EB8E6142E2040C6C5348B2D1FB115A690F469DA78BB49536CEC67FEB6', X'50446C53DC305FDEB85FD14435146071202B8A5C18DEC533A1CBB8CF9C7027411B2644E0C9CC5D07D3AF7F964D4D0C533265D625E3ABA52F138101B063F2FC'),
(10, 1, X'A8D2CCA099150F7F8964B152FE7DF261B4DCEECDEA48F78DA7674FE992281281', X'FF5FC2DE49B2C724520AF13FB2F22CC264D0A5E737ACF84BFB97A0EA068C795B0356204B8BC762264BFE592345724C93B9E3691B1496C2764A3B35606ABF55'),
(10, 2, X'085B5121695F02E9ED9854B891EFE0A0C1953AB05E7D7B3A2940D9DE3139710D', X'DE2C405256BB00E09ECBF800CD7FFC058109298279E23F67408826B9498E90CB91F6C477D386AF73CBCA360954429F0F91DE67D8A1102B9DEE5173DBDA7310'),
(11, 1, X'767D5F251D27BEAD0950FEA571EBA841A4D133181F19E99B4E7CF0DFF4C0FD19', X'15E6308B0C543A8A3161B06E8FC1D395886296903374770CE4D71611AC61D1BD24141149B6D0136EB2E6731551C0FEFA9F875C6F26B88BB3FB7DE770FB05D7'),
(12, 1, X'FAA3A65017BD9C7C0A88F2847922B79C0BF797708C6CD11069C5E1237D312E1D', X'52DFDD68AD085362C5319083099570B1025EF6CCF8AA78C600C7733A48A106B35640E1676E8D0385F3DCC7FDA21A51EB25D1DBE77D56752D28AA9733023CAFB7ECD4D67B579679E7C2FA1432AFDE02333C06BEBC05C1527AA18AC5B73E1D54'),
(12, 2, X'50ADAE63DBD1029354269DC33D7EF295E7D9AC6DCD44A3582EDB4CE2A3E345B4', X'0465EF776EC9217FDC50051E7483030B0D01B142F5C9245A35B93C022E6AEB461E1D1FD7BC3AFF57E1643B4EF8AC02597B60FA2B95D2D27C38C9A7767F690D277D3A2B63A1EB0261E45C'),
(13, 1, X'2438B90881369DC8317C67B73CCBB58DBD6129795E7D14573D8F94E820C5C9D6', X'622F3CC119E9DFD229B51F2185784B15EFAF7B83A4C0CFCECF0FDB198CEF7FC37DF92A38D5CFDC064C2552C3A6B3612D59C1A56B2567DE880938BB0D7397481EEE38B51235021A0B6F6FB3CC352AA165DB36E48B141409266418B52BB34B554E8CF9DA48AD1FDD0F5C117DE57DA27A34F5030FC1A198318400F6D039C571E080B0'),
(13, 2, X'366442BA3AF814E153D25AC324400018425E268C372330A37EBFAEA4E3835425', X'3B7B4E6C476E2B90FF591115233333E9C3C30859556BEAC06A9B483BE5BF2CF0DA531C3BD91D04C5ECB66EDC2E046F18FD09CB955EDCDFC923F80723FA97DF4CE310358A8F2FAE05DEB654C141466F28CD2223B06744D70C6B30F5C32D60D6FB871F97D3213D4B19A8BA4DBF0C255DC647EFE098519CF2DE0FD75825E4ADC9F25A'),
(14, 1, X'B2A50C053F6101E09BC2E73BAFDFAF6F25DE9677D146C77CFA614385E49EA919', X'6315FCCA323ECC4049CBF488C1D68E47811DDDBEA899ED7FB6F68A7775291C8B1510D3D73174484B0FFFB8F0BE511A5986DFADD1C2AE6CE041C76FC9CBFC7D005F5B62CD4D061B586F3B0C9805F06341D52313B008'),
(15, 1, X'678BF138CA13364EFC89A3E2BDB581F8EE152F75DCADDC2DDB6CC472999C6B12', X'9BDEEF27861FB29E9853C33AA26A24865113B4C194E249F24C18141330373742F0778462AF2D2DF11B2C7FFA9D763ADDE857B137B12261E69B68446BB41BBB'),
(16, 1, X'FE7D37566A6094083A6848C895A80E9F63C5EC616E07E16857CB734AF4F3836A', X'C7F65CC711D175A090FC20FE8CAD2804C02409113018FE336370B0856D2F0FD6255FEEE7FFCD39C750F2CCBC2DAACBF302AD41F14A9525C635911E48C6A886');
