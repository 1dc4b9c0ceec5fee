/** The script of the history page's filters, which hides what does not match and shows how many are left. */
export const HISTORY_SCRIPT = `
(() => {
  const part = (id) => document.getElementById(id);
  const form = part('filters'), words = part('words'), owner = part('owner'), attention = part('attention'), count = part('count');
  const cards = [...document.querySelectorAll('.runbook')];
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
    let shown = 0;
    for (const card of cards) {
      const fits = wanted.every((word) => card.dataset.words.includes(word)) && (owner.value === '' || card.dataset.owner === owner.value) && (!attention.checked || card.dataset.attention === 'yes');
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    count.textContent = shown === cards.length ? 'all ' + shown : shown + ' of ' + cards.length;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', apply);
  form.hidden = false;
  apply();
})();
`;
