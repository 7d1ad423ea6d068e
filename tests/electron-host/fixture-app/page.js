const input = document.querySelector('input')
input.addEventListener('change', () => {
  document.querySelector('#paths').textContent = [...input.files]
    .map((file) => window.fixture.pathOf(file))
    .join('\n')
})
document.documentElement.setAttribute('data-app-ready', '')
