//! A worker: drives what is due until it is told to stop, and never ends on one failure.

use std::fmt;
use std::future::{Future, pending, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::engine::Engine;
use crate::engine::error::EngineError;
use crate::engine::report::Report;
use crate::request::RequestId;

/// How long a worker waits before it asks again whether anything is due.
const POLL: Duration = Duration::from_secs(5);
/// A ledger that fails is asked less and less often, at least so often.
const MAX_POLL: Duration = Duration::from_secs(60);

/// What a worker does with each result.
type OnRun = Arc<dyn Fn(RequestId, &Result<Report, EngineError>) + Send + Sync>;

/// Drives the requests that are due, one after the other, until it is told to stop.
///
/// Several of them, in one process or in many, share a ledger: each request is worked on by one at a time. The future that
/// [`run`](Self::run) returns may be dropped at any point, like the process may be killed: the request that it was at goes on
/// where it stopped once its lease has ended.
///
/// ```no_run
/// # async fn example(engine: oubliette::engine::Engine, stopped: impl Future<Output = ()> + Send + 'static) {
/// engine.worker().with_shutdown(stopped).run().await;
/// # }
/// ```
#[must_use = "a worker does nothing until it runs"]
pub struct Worker {
    engine: Engine,
    poll: Duration,
    /// `None` once it has said to stop: a future that is done must not be asked again.
    shutdown: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    on_run: OnRun,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("poll", &self.poll).finish_non_exhaustive()
    }
}

impl Engine {
    /// A worker over this engine, which never stops by itself.
    pub fn worker(&self) -> Worker {
        Worker {
            engine: self.clone(),
            poll: POLL,
            shutdown: Some(Box::pin(pending())),
            on_run: Arc::new(|_, _| {}),
        }
    }
}

impl Worker {
    /// Asks again after this time whether anything is due; 5 seconds unless it is said.
    pub fn with_poll(mut self, poll: Duration) -> Self {
        self.poll = poll;
        self
    }

    /// Stops once this future is ready: after the request that it is at, which goes as far as it can go today.
    pub fn with_shutdown(mut self, shutdown: impl Future<Output = ()> + Send + 'static) -> Self {
        self.shutdown = Some(Box::pin(shutdown));
        self
    }

    /// Is told of each request that was driven, and how that went.
    pub fn with_observer(
        mut self,
        on_run: impl Fn(RequestId, &Result<Report, EngineError>) + Send + Sync + 'static,
    ) -> Self {
        self.on_run = Arc::new(on_run);
        self
    }

    /// Drives what is due, and waits for more, until it is told to stop. A request that fails is put off; a ledger that fails is
    /// asked again later. Neither ends the worker.
    pub async fn run(mut self) {
        let mut wait = self.poll;
        loop {
            if poll_fn(|context| Poll::Ready(self.is_told_to_stop(context))).await {
                return;
            }
            match self.engine.run_due().await {
                Ok(Some((id, result))) => {
                    if let Err(error) = &result {
                        tracing::warn!(request = %id, problem = %error.problem(), "request failed and is put off");
                    }
                    (self.on_run)(id, &result);
                    wait = self.poll;
                    continue;
                }
                Ok(None) => wait = self.poll,
                Err(error) => {
                    tracing::warn!(problem = %error.problem(), "nothing can be driven now");
                    wait = (wait * 2).min(MAX_POLL.max(self.poll));
                }
            }
            self.rest(wait).await;
        }
    }

    /// Whether it is told to stop by now.
    fn is_told_to_stop(&mut self, context: &mut Context<'_>) -> bool {
        let is_told = self.shutdown.as_mut().is_none_or(|it| it.as_mut().poll(context).is_ready());
        if is_told {
            self.shutdown = None;
        }
        is_told
    }

    /// Waits, or until it is told to stop.
    async fn rest(&mut self, time: Duration) {
        let waiting = Arc::clone(&self.engine.waiting);
        let mut waited = pin!(waiting.wait(time));
        poll_fn(|context| match self.is_told_to_stop(context) {
            true => Poll::Ready(()),
            false => waited.as_mut().poll(context),
        })
        .await;
    }
}
