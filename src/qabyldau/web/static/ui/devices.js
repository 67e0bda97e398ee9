// Camera, microphone and speakers tried in the browser alone; nothing leaves it, nothing is recorded.
(() => {
  const box = document.getElementById("devices");
  if (!box) return;
  box.hidden = false;
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const view = box.querySelector("video");
  const strip = box.querySelector(".devices-level");
  const level = document.getElementById("level");
  const FAULTS = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "missing", OverconstrainedError: "missing" };
  let stream = null;
  let sound = null;

  const say = (name) => { part("said").textContent = box.dataset[name]; };
  const show = (on) => {
    view.hidden = strip.hidden = part("stop").hidden = !on;
    part("start").hidden = on;
  };
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = view.srcObject = null;
    part("said").textContent = "";
    show(false);
  };
  const listen = () => {
    sound ??= new AudioContext();
    const reader = sound.createAnalyser();
    sound.createMediaStreamSource(stream).connect(reader);
    const heard = new Uint8Array(reader.fftSize);
    const draw = () => {
      if (!stream) return;
      reader.getByteTimeDomainData(heard);
      level.value = Math.min(100, Math.max(...heard.map((one) => Math.abs(one - 128))) * 1.6);
      requestAnimationFrame(draw);
    };
    draw();
  };
  part("start").addEventListener("click", async () => {
    if (!navigator.mediaDevices) return say("insecure");
    say("asking");
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
    } catch (fault) {
      return say(FAULTS[fault.name] || "busy");
    }
    view.srcObject = stream;
    show(true);
    listen();
    say("fine");
  });
  part("stop").addEventListener("click", stop);
  window.addEventListener("pagehide", stop);
  part("sound").addEventListener("click", () => {
    sound ??= new AudioContext();
    const [tone, loud] = [sound.createOscillator(), sound.createGain()];
    tone.frequency.value = 440;
    loud.gain.value = 0.2;
    tone.connect(loud).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 1);
    part("sounded").textContent = box.dataset.heard;
  });
})();
