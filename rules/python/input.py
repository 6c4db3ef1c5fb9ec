def run_it(request, name, host, expr):
    # ruleid: python-request-data-executed
    os.system("ping -c1 " + request.args["host"])
    # ruleid: python-request-data-executed
    value = eval(request.form.get("expr"))
    # ruleid: python-request-data-executed
    state = pickle.loads(request.get_data())
    # ruleid: python-request-data-executed
    return subprocess.getoutput(
        "whois %s" % request.GET["domain"])


def fine(request):
    # ok: python-request-data-executed
    os.system("ping -c1 127.0.0.1")
    # ok: python-request-data-executed
    os.system("ping -c%d localhost" % int(request.args["count"]))
    # ok: python-request-data-executed
    os.system("ping -c1 " + shlex.quote(request.args["host"]))
    # ok: python-request-data-executed
    value = ast.literal_eval(request.form.get("expr"))
    # ok: python-request-data-executed
    model.eval(request.data)


def shell(name, host):
    # ruleid: python-shell-command-interpolated
    os.system(f"tar xf {name}")
    # ruleid: python-shell-command-interpolated
    subprocess.run("ping " + host, shell=True)
    # ruleid: python-shell-command-interpolated
    subprocess.check_output(
        f"git log {name}",
        shell=True,
    )
    # ok: python-shell-command-interpolated
    subprocess.run(["ping", host])
    # ok: python-shell-command-interpolated
    subprocess.run("ls -l /tmp", shell=True)
    # ok: python-shell-command-interpolated
    os.system("tar xf " + shlex.quote(name))
    # ok: python-shell-command-interpolated
    os.system("sync")


def dynamic(expr, blob, model):
    # ruleid: python-eval-dynamic
    result = eval(expr)
    # ruleid: python-eval-dynamic
    exec(f"x = {expr}")
    # ok: python-eval-dynamic
    result = eval("1 + 1")
    # ok: python-eval-dynamic
    model.eval()
    # ok: python-eval-dynamic
    result = ast.literal_eval(expr)
    # ruleid: python-unpickle-data
    job = pickle.loads(blob)
    # ruleid: python-unpickle-data
    weights = torch.load(path)
    # ok: python-unpickle-data
    blob = pickle.dumps(job)
    # ok: python-unpickle-data
    weights = torch.load(path, weights_only=True)


def documents(stream, path, tar, members):
    # ruleid: python-yaml-unsafe-load
    yaml.load(stream)
    # ruleid: python-yaml-unsafe-load
    yaml.load(stream, Loader=yaml.Loader)
    # ruleid: python-yaml-unsafe-load
    yaml.unsafe_load(stream)
    # ok: python-yaml-unsafe-load
    yaml.safe_load(stream)
    # ok: python-yaml-unsafe-load
    yaml.load(
        stream,
        Loader=yaml.CSafeLoader,
    )
    # ruleid: python-archive-extract-unfiltered
    tar.extractall(path)
    # ruleid: python-archive-extract-unfiltered
    tarfile.open(name).extractall(path); tar.extractall()
    # ok: python-archive-extract-unfiltered
    tar.extractall(path, filter="data")
    # ok: python-archive-extract-unfiltered
    tar.extractall(path, members=checked(tar))
    # ruleid: python-xml-entities-resolved
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: python-xml-entities-resolved
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ok: python-xml-entities-resolved
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python-xml-entities-resolved
    parser.setFeature(xml.sax.handler.feature_external_ges, False)


def web(request, name):
    # ruleid: python-path-from-request
    with open("/srv/files/" + request.args["name"]) as f:
        pass
    # ruleid: python-path-from-request
    return send_file(os.path.join(ROOT, request.args.get("name")))
    # ok: python-path-from-request
    with open(os.path.join(ROOT, secure_filename(request.args["name"]))) as f:
        pass
    # ok: python-path-from-request
    with open(os.path.join(ROOT, "index.html")) as f:
        pass
    # ruleid: python-template-from-request
    return render_template_string(f"<p>Hello {name}</p>")
    # ruleid: python-template-from-request
    return render_template_string("<p>Hello %s</p>" % name)
    # ok: python-template-from-request
    return render_template_string("<p>Hello {{ name }}</p>", name=name)
    # ok: python-template-from-request
    return render_template("hello.html", name=name)
    # ruleid: python-markup-unescaped
    label = mark_safe(f"<b>{name}</b>")
    # ruleid: python-markup-unescaped
    label = Markup("<b>%s</b>" % name)
    # ruleid: python-markup-unescaped
    env = Environment(loader=loader, autoescape=False)
    # ok: python-markup-unescaped
    label = mark_safe("<b>Total</b>")
    # ok: python-markup-unescaped
    label = Markup("<b>%s</b>" % escape(name))
    # ok: python-markup-unescaped
    label = format_html("<b>{}</b>", name)
    # ruleid: python-redirect-from-request
    return redirect(request.args.get("next"))
    # ruleid: python-redirect-from-request
    return HttpResponseRedirect(request.GET["next"])
    # ok: python-redirect-from-request
    return redirect(url_for("home", page=request.args.get("page")))
    # ok: python-redirect-from-request
    return redirect("/home")
    # ruleid: python-url-from-request
    page = requests.get(request.args["url"])
    # ruleid: python-url-from-request
    page = urlopen(request.POST["feed"])
    # ok: python-url-from-request
    page = requests.get(API_URL, params=request.args)
    # ok: python-url-from-request
    page = requests.get("https://example.org/feed")
