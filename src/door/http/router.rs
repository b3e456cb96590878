//! The routes on axum: what comes in becomes a [`Visit`], and a [`Reply`] goes out. Decides nothing.

use std::convert::Infallible;
use std::future::ready;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{
    ConnectInfo, DefaultBodyLimit, FromRequest, FromRequestParts as _, RawPathParams, Request, State,
};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::{HeaderMap, HeaderName, StatusCode};
use tokio::time::timeout;

use super::doors::Doors;
use super::headers::protective;
use super::problem::Trouble;
use super::reply::Reply;
use super::visit::{BodyError, Visit};

/// How long a callback of Meta's may be.
const MAX_CALLBACK: usize = 64 * 1024;
/// How long a form may be.
const MAX_FORM: usize = 16 * 1024;
/// How long an operator's JSON may be.
const MAX_JSON: usize = 1024 * 1024;

type Shared = Arc<Doors>;

/// A handler that tells people, or programs that ask what people ask, what a function of [`Doors`] makes of a visit.
macro_rules! person {
    ($does:ident) => {
        |State(doors): State<Shared>, visit: Visit| async move {
            doors.to_person(&visit, doors.$does(&visit).await)
        }
    };
}

/// A handler that tells programs.
macro_rules! program {
    ($does:ident) => {
        |State(doors): State<Shared>, visit: Visit| async move { Doors::to_program(doors.$does(&visit).await) }
    };
}

impl Doors {
    /// The routes, for a host to nest, or to merge where it has no fallback of its own. They need a tokio runtime with its
    /// timer.
    pub fn router(self) -> Router {
        let protective = protective(self.content_security_policy());
        let operators = if self.guard.is_some() { operators() } else { Router::new() };
        callbacks()
            .merge(people())
            .merge(operators)
            .fallback(person!(nowhere))
            .method_not_allowed_fallback(person!(another_method))
            .with_state(Arc::new(self))
            .layer(map_response(move |mut response: Response| {
                response.headers_mut().extend(protective.clone());
                ready(response)
            }))
    }

    async fn nowhere(&self, _: &Visit) -> Result<Reply, Trouble> {
        Err(Trouble::not_found())
    }

    async fn another_method(&self, _: &Visit) -> Result<Reply, Trouble> {
        Err(Trouble::method_not_allowed())
    }
}

fn callbacks() -> Router<Shared> {
    Router::new()
        .route("/meta/{app}/deletion", post(program!(deletion)))
        .route("/meta/{app}/deauthorize", post(program!(deauthorization)))
        .layer(DefaultBodyLimit::max(MAX_CALLBACK))
}

fn people() -> Router<Shared> {
    Router::new()
        .route("/status/{code}", get(person!(status)))
        .route("/status/{code}/cancel", post(person!(cancel)))
        .route("/instructions", get(person!(instructions)))
        .route("/request", get(person!(ask_page)).post(person!(ask)))
        .route("/prove/{token}", get(person!(prove_page)).post(person!(prove)))
        .layer(DefaultBodyLimit::max(MAX_FORM))
}

fn operators() -> Router<Shared> {
    Router::new()
        .route("/operator/requests", get(program!(list_requests)).post(program!(open_request)))
        .route("/operator/requests/{id}", get(program!(show_request)))
        .route("/operator/requests/{id}/prove", post(program!(prove_request)))
        .route("/operator/requests/{id}/ask", post(program!(ask_for_more)))
        .route("/operator/requests/{id}/approve", post(program!(approve_request)))
        .route("/operator/requests/{id}/decide", post(program!(decide_request)))
        .route("/operator/requests/{id}/refuse", post(program!(refuse_request)))
        .route("/operator/requests/{id}/extend", post(program!(extend_request)))
        .route("/operator/requests/{id}/cancel", post(program!(cancel_request)))
        .route("/operator/requests/{id}/forward", post(program!(forward_request)))
        .route("/operator/holds", get(program!(list_holds)).post(program!(place_hold)))
        .route("/operator/holds/{matter}/release", post(program!(release_hold)))
        .route("/operator/due", get(program!(due)))
        .layer(DefaultBodyLimit::max(MAX_JSON))
}

impl FromRequest<Shared> for Visit {
    type Rejection = Infallible;

    async fn from_request(request: Request, doors: &Shared) -> Result<Self, Infallible> {
        let (mut parts, body) = request.into_parts();
        let at = doors.now();
        let places = RawPathParams::from_request_parts(&mut parts, doors).await;
        let places =
            places.map(|it| it.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect());
        let client = client(&parts.headers, doors.client_header.as_ref(), parts.extensions.get());
        let query = parts.uri.query().unwrap_or_default().to_owned();
        let headers = parts.headers.clone();
        let body = read(Request::from_parts(parts, body), doors).await;
        // Without its places a route has nothing to say, and refuses.
        Ok(Self { headers, client, places: places.unwrap_or_default(), query, body, at })
    }
}

/// Reads a body, no further and no longer than the route allows.
async fn read(request: Request<Body>, doors: &Shared) -> Result<Vec<u8>, BodyError> {
    match timeout(doors.body_time, Bytes::from_request(request, doors)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(BodyError::TooLarge),
        Ok(Err(_)) => Err(BodyError::Broken),
        Err(_) => Err(BodyError::TooSlow),
    }
}

/// Where a visitor comes from: by the header that the host trusts, and by no header else.
fn client(
    headers: &HeaderMap,
    trusted: Option<&HeaderName>,
    connection: Option<&ConnectInfo<SocketAddr>>,
) -> Option<IpAddr> {
    let Some(name) = trusted else { return connection.map(|ConnectInfo(address)| address.ip()) };
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim();
    last.parse().ok()
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        (self.status, self.headers, self.body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_visitor_s_address_is_what_the_host_trusts_and_nothing_else() {
        let connection = ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 4711)));
        let name = HeaderName::from_static("x-forwarded-for");
        let told = |values: &[&'static str], trusted: bool| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(&name, HeaderValue::from_static(value));
            }
            client(&headers, trusted.then_some(&name), Some(&connection)).map(|it| it.to_string())
        };
        assert_eq!(told(&["198.51.100.7"], false).as_deref(), Some("192.0.2.1"));
        assert_eq!(told(&["198.51.100.7"], true).as_deref(), Some("198.51.100.7"));
        assert_eq!(told(&["6.6.6.6, 2001:db8::1"], true).as_deref(), Some("2001:db8::1"));
        assert_eq!(told(&["6.6.6.6", "198.51.100.7"], true).as_deref(), Some("198.51.100.7"));
        for values in [&[][..], &["unknown"], &["198.51.100.7, "], &["198.51.100.7:80"]] {
            assert_eq!(told(values, true), None, "the proxy's own address would be everybody's");
        }
        assert_eq!(client(&HeaderMap::new(), None, None), None);
    }
}
