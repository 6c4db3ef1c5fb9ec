# ruleid: remote-code-evaluated
exec(requests.get(url).text)
# ruleid: remote-code-evaluated
eval(response.text)
# ok: remote-code-evaluated
data = requests.get(url).json()
# ok: remote-code-evaluated
run(response.text)
