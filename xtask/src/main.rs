//! The build as code: `cargo run -p xtask -- build`.
//!
//! ```text
//! cargo build (wasm32, release) -> wasm-bindgen (glue and types) -> wasm-opt -> www/pkg/
//! ```
//!
//! The steps after cargo are skipped when neither the module nor the tools changed.

use std::error::Error;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some("build") => build(),
        _ => Err("usage: cargo run -p xtask -- build".into()),
    }
}

fn build() -> Result<()> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let module = compile(&root)?;
    let package = root.join("www/pkg");
    let stamp = package.join(".stamp");
    let digest = digest(&module)?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == digest) {
        println!("build: www/pkg is up to date");
        return Ok(());
    }
    let _ = fs::remove_file(&stamp);
    bind(&module, &package)?;
    optimise(&root, &package.join("callslip_bg.wasm"))?;
    fs::write(stamp, digest)?;
    println!("build: www/pkg is made");
    Ok(())
}

/// Compiles the crate and gives the module's path.
fn compile(root: &Path) -> Result<PathBuf> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    run(Command::new(cargo).current_dir(root).args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--lib",
        "--features",
        "wasm",
        "--target",
        TARGET,
    ]))?;
    Ok(target.join(TARGET).join("release/callslip.wasm"))
}

/// What the outputs depend on: the module and this program.
fn digest(module: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    hasher.write(&fs::read(module)?);
    hasher.write(&fs::read(env::current_exe()?)?);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Makes the JavaScript glue and its types.
fn bind(module: &Path, package: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name("callslip")
        .web(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(package)
        .map_err(|error| format!("wasm-bindgen: {error:#}").into())
}

/// Makes the module small.
fn optimise(root: &Path, module: &Path) -> Result<()> {
    let tool = root.join("node_modules/.bin/wasm-opt");
    run(Command::new(tool)
        .args(["-Oz", "--strip-producers", "--strip-target-features"])
        .arg(module)
        .arg("-o")
        .arg(module))
}

fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}").into())
    }
}
