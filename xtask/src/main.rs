//! The build as code: `cargo run -p xtask -- build`.
//!
//! ```text
//! cargo build (wasm32) -> wasm-bindgen (glue and types) -> wasm-opt -> www/pkg/, www/pkg/cite/, www/pkg/fast/
//! ```
//!
//! `bind` makes the glue of any other module: the bench has one.
//!
//! The steps after cargo are skipped when neither the module nor the tools changed. With `--names` everything goes to
//! `target/names/` instead and the functions keep their names, for `npm run size -- --functions`.
//!
//! Where the standard library's source is installed (`rustup component add rust-src`), it is compiled with the crate, small
//! and without the texts of panics, as the library that rustup brings is neither. Cargo allows that on a stable
//! toolchain only when told that it is meant: `RUSTC_BOOTSTRAP`, which is set for the standard library's sake alone. With
//! `--messages`, or without the source, the module is made with the library at hand, and a panic says where it happened.

use std::error::Error;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// One of the modules that are made of the crate.
#[derive(Clone, Copy)]
struct Part {
    name: &'static str,
    features: &'static str,
    /// Cargo's profile.
    profile: &'static str,
    /// How cargo compiles the standard library.
    std: &'static [&'static str],
    /// What is asked of the compiler beside that.
    flags: &'static [&'static str],
    /// What is asked of wasm-opt.
    optimisations: &'static [&'static str],
}

/// Everything.
const ALL: Part = Part {
    name: "wasm-all",
    features: "wasm,formats",
    profile: "wasm",
    std: &SMALL_STD,
    flags: &[],
    optimisations: &SMALL,
};

/// Citing alone, for pages that read nothing.
const CITE: Part = Part {
    name: "wasm-cite",
    features: "wasm",
    profile: "wasm",
    std: &SMALL_STD,
    flags: &[],
    optimisations: &SMALL,
};

/// Everything, where the module is not downloaded to be run: several times as fast, and larger.
const FAST: Part = Part {
    name: "wasm-fast",
    features: "wasm,formats,units",
    profile: "wasm-fast",
    std: &FAST_STD,
    flags: &["-Ctarget-feature=-bulk-memory,+simd128"],
    optimisations: &["-O4", "--flexible-inline-max-function-size=60"],
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let std = match arguments.last() {
        Some(&"--messages") => Std::Installed,
        _ => Std::found()?,
    };
    match arguments[..] {
        ["build"] | ["build", "--messages"] => build_all(std),
        ["build", "cite"] => build(CITE, std, "www/pkg/cite", false),
        ["build", "fast"] => build(FAST, std, "www/pkg/fast", false),
        ["build", "cite", "--names"] => build(CITE, std, "target/names/cite", true),
        ["build", "fast", "--names"] => build(FAST, std, "target/names/fast", true),
        ["bind", module, folder] => bind(Path::new(module), Path::new(folder), false),
        ["build", "--names"] => build(ALL, std, "target/names", true),
        _ => Err("usage: cargo run -p xtask -- build [cite | cite --names | fast | fast --names | --messages | --names] | bind MODULE FOLDER".into()),
    }
}

/// Builds the modules of the package, two at a time: the last step of cargo is a single thread's, and the fast module takes
/// as long as both others.
fn build_all(std: Std) -> Result<()> {
    std::thread::scope(|scope| {
        let told = |error: Box<dyn Error>| error.to_string();
        let fast = scope.spawn(move || build(FAST, std, "www/pkg/fast", false).map_err(told));
        let others = build(ALL, std, "www/pkg", false)
            .and_then(|()| build(CITE, std, "www/pkg/cite", false));
        // Both end before a failure is told.
        let fast = fast
            .join()
            .unwrap_or_else(|_| Err("a thread panicked".to_owned()));
        others.and(fast.map_err(Into::into))
    })
}

/// The standard library that goes into the module.
#[derive(Clone, Copy)]
enum Std {
    /// Compiled with the crate: small, and a panic is a trap without words.
    Small,
    /// As rustup brings it, with the texts of panics.
    Installed,
}

impl Std {
    /// The small one where its source is there.
    fn found() -> Result<Self> {
        let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
        let output = Command::new(rustc).args(["--print", "sysroot"]).output()?;
        let sysroot = PathBuf::from(String::from_utf8(output.stdout)?.trim());
        let source = sysroot.join("lib/rustlib/src/rust/library/Cargo.lock");
        Ok(if source.exists() {
            Self::Small
        } else {
            Self::Installed
        })
    }
}

/// The checkout that is built: that of this program, unless it is called with another (as `npm run reproduce` does).
fn checkout() -> Result<PathBuf> {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Ok(fs::canonicalize(Path::new(&own).join(".."))?)
}

fn build(part: Part, std: Std, folder: &str, names: bool) -> Result<()> {
    let root = checkout()?;
    let module = compile(&root, part, std)?;
    let package = root.join(folder);
    let stamp = package.join(".stamp");
    let digest = digest(&[
        &module,
        &env::current_exe()?,
        &root.join("package-lock.json"),
    ])?;
    if fs::read_to_string(&stamp).is_ok_and(|found| found == digest) {
        return Ok(());
    }
    // The new files are made beside the old ones, which stay whole until the end.
    let made = root.join("target").join("making").join(part.name);
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    bind(&module, &made, names)?;
    optimise(&root, &made.join("callslip_bg.wasm"), part, names)?;
    fs::create_dir_all(&package)?;
    let _ = fs::remove_file(&stamp);
    for entry in fs::read_dir(&made)? {
        let entry = entry?;
        fs::rename(entry.path(), package.join(entry.file_name()))?;
    }
    fs::write(stamp, digest)?;
    Ok(())
}

/// How cargo compiles the standard library small ...
const SMALL_STD: [&str; 2] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
];

const FAST_STD: [&str; 1] = ["-Zbuild-std=std,panic_abort"];

/// ... and without what only a panic would say.
const SMALL_STD_FLAGS: [&str; 4] = [
    "-Cpanic=immediate-abort",
    "-Zunstable-options",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// Compiles the crate and gives the module's path.
fn compile(root: &Path, part: Part, std: Std) -> Result<PathBuf> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    // Each part has a folder of its own, so that building one does not undo the other.
    let target = target.join(part.name);
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["build", "--quiet", "--locked", "--lib"])
        .args(["--no-default-features", "--features", part.features])
        .arg("--target-dir")
        .arg(&target)
        .args(["--profile", part.profile, "--target", TARGET]);
    let mut flags = flags(root);
    flags.extend(part.flags.iter().map(|flag| (*flag).to_owned()));
    match std {
        Std::Small => {
            command.env("RUSTC_BOOTSTRAP", "1").args(part.std);
            flags.extend(SMALL_STD_FLAGS.map(str::to_owned));
        }
        Std::Installed => {
            command.args(["--features", "panic-messages"]);
        }
    }
    run(command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))?;
    Ok(target.join(TARGET).join(part.profile).join("callslip.wasm"))
}

/// Keeps the machine's own paths out of the module, so that it is the same wherever it is built.
fn flags(root: &Path) -> Vec<String> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=callslip", root.display())];
    flags.extend(home.map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    flags
}

/// What the outputs depend on.
fn digest(files: &[&Path]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(&fs::read(file)?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Makes the JavaScript glue and its types.
fn bind(module: &Path, folder: &Path, names: bool) -> Result<()> {
    Bindgen::new()
        .input_path(module)
        .out_name("callslip")
        .web(true)?
        .typescript(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .reset_state_function(true)
        .generate(folder)
        .map_err(|error| format!("wasm-bindgen: {error:#}").into())
}

/// What makes the compressed module smallest (5 % smaller than `-Oz` does): copies made by inlining compress badly. The
/// lowest kilobyte is the end of the stack, which nothing reaches, so addresses may be folded into loads.
const SMALL: [&str; 9] = [
    "-O3",
    "--low-memory-unused",
    "--converge",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=0",
    "--flexible-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--optimize-added-constants-propagate",
    "--reorder-locals",
];

/// Makes the module small, or fast.
fn optimise(root: &Path, module: &Path, part: Part, names: bool) -> Result<()> {
    let tool = root.join("node_modules/binaryen/bin/wasm-opt");
    let kept: &[&str] = if names {
        &["-g"]
    } else {
        &["--strip-producers", "--strip-target-features"]
    };
    let mut command = Command::new("node");
    command.arg(tool).args(part.optimisations).args(kept);
    run(command.arg(module).arg("-o").arg(module))
}

fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}").into())
    }
}
