using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "callslip", worker = .callslip)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "callslip")],
);

const callslip :Workerd.Worker = (
  modules = [
    (name = "service.js", esModule = embed "built/service.js"),
    (name = "callslip_bg.wasm", wasm = embed "built/callslip_bg.wasm"),
  ],
  compatibilityDate = "2026-01-01",
);
