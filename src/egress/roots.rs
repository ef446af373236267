//! Certification authorities that calls trust besides those of the machine.

use std::path::Path;

use reqwest::Certificate;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use thiserror::Error;

/// Certificates that calls trust besides those of the machine.
#[derive(Clone, Debug, Default)]
pub struct Roots(Vec<Certificate>);

/// Why a file of certificates cannot be used: what is wrong and what to do.
#[derive(Debug, Error)]
pub enum RootsError {
    /// It cannot be read.
    #[error(
        "{path}, which TENON_EGRESS_CA names, cannot be read: {cause}. Correct the path or the rights to the file, and start again."
    )]
    File {
        /// The file.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// It holds no certificate, or one that is none.
    #[error(
        "{path}, which TENON_EGRESS_CA names, {problem}. It has to hold certificates in PEM (“-----BEGIN CERTIFICATE-----”). Correct it and start again."
    )]
    Content {
        /// The file.
        path: String,
        /// What is wrong.
        problem: String,
    },
}

impl Roots {
    /// The certificates of a file in PEM.
    ///
    /// # Errors
    /// When the file cannot be read, or holds anything but certificates.
    pub async fn of_file(path: &Path) -> Result<Self, RootsError> {
        let bytes = tokio::fs::read(path).await;
        let bytes = bytes.map_err(|cause| RootsError::File {
            path: path.display().to_string(),
            cause,
        })?;
        Self::parse(&bytes).map_err(|problem| RootsError::Content {
            path: path.display().to_string(),
            problem,
        })
    }

    /// The certificates of a text in PEM, or what is wrong with it.
    pub(super) fn parse(pem: &[u8]) -> Result<Self, String> {
        let (mut store, mut all) = (RootCertStore::empty(), Vec::new());
        for (index, found) in CertificateDer::pem_slice_iter(pem).enumerate() {
            let unfit =
                |why: String| format!("has an unfit certificate (number {}): {why}", index + 1);
            let der = found.map_err(|why| unfit(why.to_string()))?;
            let certificate = Certificate::from_der(&der).map_err(|why| unfit(why.to_string()))?;
            store.add(der).map_err(|why| unfit(why.to_string()))?;
            all.push(certificate);
        }
        if all.is_empty() {
            return Err("holds no certificate".to_owned());
        }
        Ok(Self(all))
    }

    /// The certificates.
    pub(super) fn certificates(&self) -> Vec<Certificate> {
        self.0.clone()
    }
}
