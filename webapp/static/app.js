/* Small helps on top of pages that work without it; htmx comes before it in the built file.
   The rule above all others: what is not stored is never shown as stored. */
(() => {
  "use strict";
  const body = document.body, text = body.dataset, status = document.getElementById("status");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const safely = (action) => { try { action(); } catch { /* Storage can be full or refused. */ } };

  /* randomUUID is missing on older phones. */
  const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));

  const say = (words, look, link = "") => {
    const line = document.createElement("p");
    line.className = look;
    line.append(words, " ", link);
    all(`.${look.split(" ")[0]}`, status).forEach((old) => old.remove());
    status.append(line);
  };

  /* A form that could not be sent stays as it is, says so, and is sent when the net is back. */
  const submitters = new WeakMap();
  const unsent = (form) => {
    if (form) { form.dataset.unsent = form.dataset.key || "same"; }
    say(text.textUnsent, "flash unsent");
  };
  const send = (form) => {
    const tapped = form.matches("[data-tap]") && form.querySelector("input:checked"), button = submitters.get(form);
    form.dataset.again = form.dataset.unsent;
    if (tapped) { tapped.dispatchEvent(new Event("change", { bubbles: true })); } else if (button) { button.click(); } else { form.requestSubmit(); }
  };
  addEventListener("online", () => all("form[data-unsent]").forEach(send));

  const formOf = (event) => event.detail.elt.closest && event.detail.elt.closest("form");
  body.addEventListener("htmx:configRequest", (event) => {
    const form = formOf(event);
    if (!form || event.detail.verb === "get") { return; }
    sending(form);
    if (!form.matches("[data-tap]")) { return; }
    /* A tap is a new answer, so it has its own key; a retry of the same tap keeps its key. */
    const again = form.dataset.again !== "same" && form.dataset.again;
    event.detail.parameters.key = form.dataset.key = again || uuid();
    delete form.dataset.again;
  });
  for (const name of ["htmx:sendError", "htmx:timeout"]) {
    body.addEventListener(name, (event) => unsent(formOf(event)));
  }
  body.addEventListener("htmx:responseError", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status !== 401) { say(text.textFailed, "flash unsent"); return; }
    const to = xhr.getResponseHeader("HX-Redirect");
    if (requestConfig.verb !== "get") { post(requestConfig); } else if (to) { location.assign(to); } else { location.reload(); }
  });
  /* Signed out meanwhile: asking for a whole page lets the server keep what was written. */
  const post = ({ path, formData, headers }) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: path, hidden: true });
    if (!formData.has("csrf_token")) { formData.append("csrf_token", headers["X-CSRFToken"] || ""); }
    for (const [name, value] of formData.entries()) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  };
  body.addEventListener("htmx:afterRequest", (event) => {
    const { successful, xhr } = event.detail, form = formOf(event);
    if (!successful && xhr.status !== 422) { return; }
    if (form) { delete form.dataset.unsent; }
    if (!document.querySelector("form[data-unsent]")) { all(".unsent", status).forEach((line) => line.remove()); }
    wait();
  });

  /* New content: focus where it asks for it, and let a screen reader hear what was stored. */
  body.addEventListener("htmx:load", (event) => {
    const part = event.detail.elt, within = (selector) => part.matches(selector) ? part : part.querySelector(selector);
    if (part === body) { return; }
    const focus = within("[data-focus]"), news = within("[data-status]");
    if (focus) { focus.tabIndex = -1; focus.focus(); }
    if (news) { say(news.dataset.status || news.textContent.trim(), "hide"); }
    ready(part.parentNode || part);
  });

  /* Plain forms: no double sending; without a net, stay here with the words. */
  document.addEventListener("submit", (event) => {
    const form = event.target, now = Date.now();
    if (form.matches("[action='/sign-out']")) { safely(() => forget(() => true)); }
    submitters.set(form, event.submitter);
    if (event.defaultPrevented || form.matches("[hx-post]") || form.method !== "post") { return; }
    if (!navigator.onLine) { event.preventDefault(); unsent(form); return; }
    if (now - (form.dataset.sent || 0) < 3000) { event.preventDefault(); return; }
    form.dataset.sent = now;
    if (form.id === "language") { carry(); } else { sending(form); }
  });

  /* Words not yet sent. On a person's own phone they are kept until the server has them; on a
     shared phone nothing is kept, but a change of language carries them to the next page, once. */
  const isChoice = (field) => /radio|checkbox/.test(field.type);
  const fields = (form) => all("textarea, input, select", form).filter((f) => !/hidden|password|submit|button|file/.test(f.type));
  const snapshot = (form) => fields(form).map((f) => [f.name, f.value, f.checked]);
  const fill = (form, saved) => fields(form).forEach((field, n) => {
    const [name, value, checked] = saved[n] || [];
    if (name !== field.name || form.matches("[data-tap]") && isChoice(field)) { return; }
    if (isChoice(field)) { field.checked = checked; } else { field.value = value; }
  });
  const carry = () => safely(() => sessionStorage.setItem("carry", JSON.stringify([location.pathname, text.person, all("main form").map(snapshot)])));
  const own = text.device === "own" && text.person;
  const mine = `keep:${text.person}:`;
  const place = (form) => `${mine}${location.pathname}:${form.getAttribute("name") || ""}`;
  const forget = (which) => Object.keys(localStorage).filter((k) => k.startsWith("keep:") && which(k)).forEach((k) => localStorage.removeItem(k));
  const sending = (form) => { if (own && form.matches("[data-keep]")) { safely(() => localStorage.setItem("keep:sent", place(form))); } };
  document.addEventListener("input", ({ target }) => {
    const form = target.form;
    if (!form) { return; }
    if (!form.matches("[data-tap]")) { delete form.dataset.unsent; }
    if (!own || !form.matches("[data-keep]")) { return; }
    const changed = (f) => !isChoice(f) && f.value && (f.value !== f.defaultValue || document.querySelector(".summary"));
    safely(() => localStorage.setItem(place(form), JSON.stringify(fields(form).map((f) => changed(f) ? [f.name, f.value] : null))));
  });

  /* Reading aloud, only where the device has a voice for the page's language. */
  const speech = window.speechSynthesis, spoken = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voice = () => speech && speech.getVoices().find((v) => spoken(v.lang) === spoken(document.documentElement.lang));
  const listening = (on) => all("[data-listen]").forEach((b) => b.setAttribute("aria-pressed", on));
  const listen = () => {
    if (speech.speaking) { speech.cancel(); listening(false); return; }
    const source = document.querySelector("[data-read]") || document.querySelector("main");
    const lines = source.innerText.split(/\n+/).filter((line) => line.trim());
    listening(true);
    lines.forEach((line, n) => {
      const words = Object.assign(new SpeechSynthesisUtterance(line), { voice: voice(), lang: voice().lang });
      if (n === lines.length - 1) { words.onend = () => listening(false); }
      speech.speak(words);
    });
  };
  const ready = (root) => {
    all("[data-print]", root).forEach((b) => { b.hidden = false; });
    if (voice()) { all("[data-listen]").forEach((b) => { b.hidden = false; }); }
    if (root.querySelector("[data-clear]")) { safely(() => { const sent = localStorage.getItem("keep:sent"); forget((k) => k === sent || k === "keep:sent"); }); }
  };
  const close = (menu) => { menu.open = false; };
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-print]")) { print(); }
    if (target.closest("[data-listen]")) { listen(); }
    all("[data-menu][open]").filter((menu) => !menu.contains(target)).forEach(close);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") { all("[data-menu][open]").forEach((menu) => { close(menu); menu.firstElementChild.focus(); }); }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });
  addEventListener("pagehide", () => { if (speech) { speech.cancel(); } });
  if (speech && speech.addEventListener) { speech.addEventListener("voiceschanged", () => ready(document)); }

  /* Two minutes before the session ends by itself, say so. Any request starts the wait again. */
  let timer;
  const stay = Object.assign(document.createElement("a"), { href: location.href, textContent: text.textStay, onclick: carry });
  const wait = () => {
    clearTimeout(timer);
    if (text.sessionSeconds > 120) { timer = setTimeout(() => say(text.textEnding, "flash warning", stay), (text.sessionSeconds - 120) * 1000); }
  };
  wait();
  ready(document);
  safely(() => {
    if (text.person) { forget((k) => k !== "keep:sent" && !k.startsWith(mine)); }
    if (own) { all("form[data-keep]").forEach((form) => fill(form, JSON.parse(localStorage.getItem(place(form)) || "[]"))); }
    const [path, person, forms] = JSON.parse(sessionStorage.getItem("carry") || "[]");
    sessionStorage.removeItem("carry");
    if (path === location.pathname && person === text.person) { all("main form").forEach((form, n) => fill(form, forms[n] || [])); }
  });
  const wrong = document.querySelector(".summary[data-focus]");
  if (wrong) { wrong.focus(); }
})();
