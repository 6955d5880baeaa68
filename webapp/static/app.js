/* Small helps on top of pages that work without it; htmx comes before it in the built file.
   The rule above all others: what is not stored is never shown as stored. */
(() => { "use strict";
  const body = document.body, text = body.dataset, status = document.getElementById("status");
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const safely = (action) => { try { action(); } catch { /* Storage can be full or refused. */ } };

  /* Not randomUUID: older phones lack it. */
  const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
  const say = (words, look, link = "") => {
    all(look === "hide" ? ".hide" : "p", status).forEach((old) => old.remove());
    status.appendChild(make("p", { className: look })).append(words, " ", link);
  };

  /* A tap on a slow net: after a second the page says that it is on its way. */
  let slow;
  const arrived = () => { clearTimeout(slow); all(".sending", status).forEach((line) => line.remove()); };
  const underWay = () => {
    arrived();
    slow = setTimeout(() => status.append(make("p", { className: "flash sending", textContent: text.textSending })), 1000);
  };

  /* A form that could not be sent stays as it is, says so, and is sent when the net is back. */
  const submitters = new WeakMap();
  const unsent = (form, words = text.textUnsent) => {
    if (form) { form.dataset.unsent = form.dataset.key || "same"; }
    say(words, "flash unsent");
  };
  const send = (form) => {
    const tapped = form.matches("[data-tap]") && form.querySelector("input:checked"), button = submitters.get(form);
    form.dataset.again = form.dataset.unsent;
    if (tapped) { tapped.dispatchEvent(new Event("change", { bubbles: true })); } else if (button) { button.click(); } else { form.requestSubmit(); }
  };
  addEventListener("online", () => all("form[data-unsent]").forEach(send));
  const formOf = ({ detail }) => detail.elt.closest && detail.elt.closest("form");
  body.addEventListener("htmx:configRequest", (event) => {
    const form = formOf(event);
    if (form && event.detail.verb !== "get") { sending(form); underWay(); }
    if (!form || !form.matches("[data-tap]")) { return; }
    /* A tap is a new answer, so it has its own key; a retry of the same tap keeps its key. */
    const again = form.dataset.again !== "same" && form.dataset.again;
    event.detail.parameters.key = form.dataset.key = again || uuid();
    delete form.dataset.again;
  });
  ["htmx:sendError", "htmx:timeout"].forEach((name) => body.addEventListener(name, (event) => unsent(formOf(event))));
  body.addEventListener("htmx:responseError", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status !== 401) { unsent(formOf(event), text.textFailed); return; }
    if (requestConfig.verb === "get") { location.assign(xhr.getResponseHeader("HX-Redirect") || location.href); } else { post(requestConfig); }
  });
  /* Signed out meanwhile: asking for a whole page lets the server keep what was written. */
  const post = ({ path, formData, headers }) => {
    const form = make("form", { method: "post", action: path, hidden: true });
    if (!formData.has("csrf_token")) { formData.append("csrf_token", headers["X-CSRFToken"] || ""); }
    formData.forEach((value, name) => form.append(make("input", { type: "hidden", name, value })));
    body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  };
  body.addEventListener("htmx:afterRequest", (event) => {
    const form = formOf(event);
    arrived();
    if (!event.detail.successful && event.detail.xhr.status !== 422) { return; }
    if (form) { delete form.dataset.unsent; }
    if (!document.querySelector("form[data-unsent]")) { all(".unsent", status).forEach((line) => line.remove()); }
    wait();
  });

  /* New content: focus where it asks for it, and let a screen reader hear what was stored. */
  body.addEventListener("htmx:load", (event) => {
    const part = event.detail.elt, within = (selector) => part.matches(selector) ? part : part.querySelector(selector);
    const focus = part !== body && within("[data-focus]"), news = within("[data-status]");
    if (focus) { Object.assign(focus, { tabIndex: -1 }).focus(); }
    if (news) { say(news.dataset.status || news.textContent.trim(), "hide"); }
    all("[data-print]").forEach((b) => { b.hidden = false; });
    if (within("[data-clear]")) { acknowledged(); }
  });

  /* Plain forms: no double sending; without a net, stay here with the words. */
  document.addEventListener("submit", (event) => {
    const form = event.target, now = Date.now();
    if (form.matches("[action='/sign-out'], [name=everywhere]")) { safely(() => forget(() => true)); }
    submitters.set(form, event.submitter);
    if (event.defaultPrevented || form.method !== "post") { return; }
    if (!navigator.onLine) { event.preventDefault(); unsent(form); return; }
    if (now - (form.dataset.sent || 0) < 3000) { event.preventDefault(); return; }
    form.dataset.sent = now;
    underWay();
    if (form.id === "tools") { carry(); } else { sending(form); }
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
  const own = text.device === "own" && text.person, mine = `keep:${text.person}:`;
  const hidden = (form, name) => form.querySelector(`input[type=hidden][name=${name}]`);
  /* Words that were begun for one picture are not put on another. */
  const place = (form) => `${mine}${location.pathname}:${form.getAttribute("name") || ""}:${(hidden(form, "card") || {}).value || ""}`;
  const restore = (form) => {
    const saved = JSON.parse(localStorage.getItem(place(form)) || "[]"), seen = hidden(form, "seen");
    fill(form, saved);
    /* They were written about the text as it was then: the server says when it is another now. */
    const then = saved.some(Boolean) && !document.querySelector(".summary") && localStorage.getItem(`${place(form)}:seen`);
    if (seen && then) { seen.value = then; }
    if (saved.some(Boolean) && !document.querySelector("#status p, .summary")) { say(text.textUnsent, "flash unsent"); }
  };
  const forget = (which) => Object.keys(localStorage).filter((k) => k.startsWith("keep:") && which(k)).forEach((k) => localStorage.removeItem(k));
  const sending = (form) => { if (own && form.matches("[data-keep]")) { safely(() => localStorage.setItem("keep:sent", place(form))); } };
  const acknowledged = () => safely(() => { const sent = localStorage.getItem("keep:sent"); forget((k) => k === sent || k === "keep:sent"); });
  document.addEventListener("input", ({ target }) => {
    const { form } = target;
    if (form && !form.matches("[data-tap]")) { delete form.dataset.unsent; }
    if (!own || !form || !form.matches("[data-keep]")) { return; }
    const changed = (f) => !isChoice(f) && f.value && (f.value !== f.defaultValue || document.querySelector(".summary"));
    safely(() => {
      localStorage.setItem(place(form), JSON.stringify(fields(form).map((f) => changed(f) ? [f.name, f.value] : null)));
      if (hidden(form, "seen")) { localStorage.setItem(`${place(form)}:seen`, hidden(form, "seen").value); }
    });
  });

  /* Reading aloud, only where the device has a voice for the page's language. */
  const speech = window.speechSynthesis, spoken = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voice = (tag = document.documentElement.lang) => speech && speech.getVoices().find((v) => spoken(v.lang) === spoken(tag));
  const listening = (on) => all("[data-listen]").forEach((b) => b.setAttribute("aria-pressed", on));
  const listen = () => {
    if (speech.speaking) { speech.cancel(); listening(false); return; }
    const lines = (document.querySelector("[data-read]") || document.querySelector("main")).innerText.split(/\n+/).filter((line) => line.trim());
    listening(true);
    lines.forEach((line, n) => {
      const words = Object.assign(new SpeechSynthesisUtterance(line), { voice: voice(), lang: voice().lang });
      if (n === lines.length - 1) { words.onend = () => listening(false); }
      speech.speak(words);
    });
  };
  /* One text in its own language, such as what somebody's words mean in Swedish. */
  const said = (button) => document.getElementById(button.dataset.say);
  const tell = (text) => {
    speech.cancel();
    speech.speak(Object.assign(new SpeechSynthesisUtterance(text.innerText), { voice: voice(text.lang), lang: voice(text.lang).lang }));
  };
  const offer = () => {
    if (voice()) { all("[data-listen]").forEach((b) => { b.hidden = false; }); }
    all("[data-say]").forEach((b) => { b.hidden = !voice(said(b).lang); });
  };
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-print]")) { print(); }
    if (target.closest("[data-drop]")) { safely(() => all("form[data-keep]").forEach((form) => localStorage.removeItem(place(form)))); }
    if (target.closest("[data-listen]")) { listen(); }
    if (target.closest("[data-say]")) { tell(said(target.closest("[data-say]"))); }
    all("[data-menu][open]").filter((menu) => !menu.contains(target)).forEach((menu) => { menu.open = false; });
  });
  /* That the explanation of a question was open is stored with the answer. */
  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches("[data-helps]")) { all("[name=helped]").forEach((field) => { field.value = "1"; }); }
  }, true);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") { all("[data-menu][open]").forEach((menu) => { menu.open = false; menu.firstElementChild.focus(); }); }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });
  addEventListener("pagehide", () => speech && speech.cancel());
  if (speech && speech.addEventListener) { speech.addEventListener("voiceschanged", offer); }
  offer();
  /* Two minutes before the session ends by itself, say so. Any request starts the wait again. */
  let timer, leaving;
  const stay = make("a", { href: location.pathname + location.search, textContent: text.textStay, onclick: carry });
  const wait = () => {
    clearTimeout(timer);
    clearTimeout(leaving);
    /* On a shared phone nothing stays on the screen when the time is out. */
    if (text.person && !own) { leaving = setTimeout(() => location.assign("/"), (text.sessionSeconds * 1 + 5) * 1000); }
    if (text.sessionSeconds > 120) { timer = setTimeout(() => say(text.textEnding, "flash warning", stay), (text.sessionSeconds - 120) * 1000); }
  };
  wait();
  /* Where the page opens at what was written: that is focused, and the message is heard after it. */
  const landed = location.hash && document.getElementById(location.hash.slice(1)), news = status.querySelector("[data-clear]");
  if (landed && news) {
    const closed = landed.closest("details");
    if (closed) { closed.open = true; landed.scrollIntoView(); }
    landed.dataset.focus = "";
    Object.assign(landed, { tabIndex: -1 }).focus({ preventScroll: true });
    setTimeout(say, 500, news.textContent, "hide");
  }
  all(".summary[data-focus]").forEach((summary) => {
    /* Otherwise "back" to this page asks, in the browser's own words, to send the form again. */
    history.replaceState(null, "", location.href);
    summary.focus();
  });
  safely(() => {
    if (text.person) { forget((k) => k !== "keep:sent" && !k.startsWith(mine)); }
    if (document.querySelector("[data-clear]")) { acknowledged(); }
    if (own) { all("form[data-keep]").forEach(restore); }
    const [path, person, forms] = JSON.parse(sessionStorage.getItem("carry") || "[]");
    sessionStorage.removeItem("carry");
    if (path === location.pathname && person === text.person) { all("main form").forEach((form, n) => fill(form, forms[n] || [])); }
  });
})();
