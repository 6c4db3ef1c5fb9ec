app = Flask(__name__)


@app.route("/items")
@login_required
def items():
    return render_template("items.html")


# ruleid: python-guard-missing-beside-others
@app.route("/items/<int:item>", methods=["DELETE"])
def remove_item(item):
    Item.query.filter_by(id=item).delete()
    return "", 204


# ruleid: python-guard-missing-beside-others
@app.post("/items")
def add_item():
    Item.add(request.form["name"])
    return "", 201


# ok: python-guard-missing-beside-others
@app.route("/items/<int:item>/name", methods=["POST"])
@login_required
def rename_item(item):
    return "", 204


# ok: python-guard-missing-beside-others
@app.route("/login", methods=["POST"])
def login():
    return redirect("/")


# ok: python-guard-missing-beside-others
@app.route("/about")
def about():
    return render_template("about.html")


# ok: python-guard-missing-beside-others
@app.route("/items/<int:item>/owner", methods=["POST"])
def change_owner(item):
    if not current_user.is_admin:
        abort(403)
    return "", 204
