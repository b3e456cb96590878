//! How the two requests come in: one signed by Meta, one by e-mail. Nothing here knows where anything is stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use oubliette::engine::{Engine, Idempotency, Ticket};
use oubliette::identifier::{Identifier, Product};
use oubliette::meta::{AppSecret, AppSecrets, Endpoint, SignedRequest, StatusPage};
use oubliette::policy::Channel;
use oubliette::request::Request;
use sha2::Sha256;

use crate::Failure;
use crate::world::{ASHAS_BUSINESS, ASHAS_PHONE, OMARS_META_ID};

const APP_ID: &str = "900000000000001";
const APP_SECRET: &str = "the demo app's secret";

/// Takes a callback as an HTTP route would: the form field in, the JSON answer out. Then Meta repeats it.
pub async fn meta_callback(engine: &Engine) -> Result<Ticket, Failure> {
    let form_field = signed_by_meta(APP_SECRET);
    println!("  signed_request={}…", &form_field[..58]);

    let (ticket, answer) = handle(engine, &form_field).await?;
    println!("  the answer to Meta:      {answer}");
    let (again, _) = handle(engine, &form_field).await?;
    let is_same = !again.is_new && again.id == ticket.id && again.code == ticket.code;
    println!(
        "  the same callback again: {}",
        if is_same { "the same request, the same code" } else { "ANOTHER CODE" }
    );
    let forged = handle(engine, &signed_by_meta("somebody else's secret")).await;
    println!("  with another signature:  refused, {}", forged.err().ok_or("a forged callback was taken")?);
    if is_same { Ok(ticket) } else { Err("a repeated callback became another request".into()) }
}

async fn handle(engine: &Engine, form_field: &str) -> Result<(Ticket, String), Failure> {
    let secrets = AppSecrets::new([AppSecret::new(APP_SECRET)]);
    let signed = SignedRequest::verify(form_field, &secrets)?;
    let user = signed.user_id().ok_or("a Page removed the app: there is no person to erase")?;
    let request = deletion_of(user.as_str())?;
    let idempotency = signed
        .idempotency_key(Product::Facebook, APP_ID, Endpoint::DataDeletion)
        .map_or(Idempotency::WhileOpen, Idempotency::Key);
    let ticket = engine.open(&request, &idempotency).await?;
    let page = StatusPage::new("https://crm.example/erasure".parse()?)?;
    let answer = serde_json::to_string(&page.response(&ticket.code))?;
    Ok((ticket, answer))
}

fn deletion_of(user: &str) -> Result<Request, Failure> {
    let asid = Identifier::asid(Product::Facebook, APP_ID, user)?;
    // A callback names no business: the agent is meant wherever the app knows them.
    Ok(Request::builder(Channel::Meta).with_identifier(asid).for_all_tenants().build()?)
}

/// What Meta sends: the payload and an HMAC over its encoded text.
fn signed_by_meta(secret: &str) -> String {
    let payload =
        format!(r#"{{"algorithm":"HMAC-SHA256","issued_at":1795251600,"user_id":"{OMARS_META_ID}"}}"#);
    let encoded = URL_SAFE_NO_PAD.encode(payload);
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    let signature = mac.chain_update(&encoded).finalize().into_bytes();
    format!("{}.{encoded}", URL_SAFE_NO_PAD.encode(signature))
}

/// Opens the customer's request. It waits until she has proved that the number is hers.
pub async fn email(engine: &Engine) -> Result<Ticket, Failure> {
    let ticket = engine.open(&asha()?, &Idempotency::WhileOpen).await?;
    let report = engine.run(ticket.id).await?;
    let day = |instant: Option<chrono::DateTime<chrono::Utc>>| {
        instant.map(|it| it.date_naive().to_string()).unwrap_or_default()
    };
    println!("  her number as she writes it: {ASHAS_PHONE}, at business {ASHAS_BUSINESS}");
    println!("  code {}, {}", ticket.code.grouped(), report.state);
    println!(
        "  promised: acknowledged by {}, done by {}",
        day(report.acknowledge_by),
        day(report.complete_by)
    );
    engine.prove(ticket.id, &"number_ownership".parse()?, &oubliette::request::Actor::Host).await?;
    println!("  she answers a message to that number: verified");
    Ok(ticket)
}

/// The agent's request.
pub fn omar() -> Result<Request, Failure> {
    deletion_of(OMARS_META_ID)
}

/// The customer's request, in one business only: another one that she buys from is another controller.
pub fn asha() -> Result<Request, Failure> {
    let phone = Identifier::phone(ASHAS_PHONE, None)?;
    Ok(Request::builder(Channel::Email).with_identifier(phone).in_tenant(ASHAS_BUSINESS).build()?)
}
