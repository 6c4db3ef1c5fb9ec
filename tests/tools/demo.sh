#!/bin/sh
# demo.sh <git-sluice> - reviews a small staged change that touches all eight
# areas, in a repository of its own under a temporary directory
set -eu
program=$1
top=$(mktemp -d)
trap 'rm -rf "$top"' EXIT
trap 'exit 130' INT TERM

export GIT_CONFIG_NOSYSTEM=1 HOME="$top" GIT_CONFIG_GLOBAL="$top/.gitconfig"
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE 2>/dev/null || :
export GIT_AUTHOR_NAME=Demo GIT_AUTHOR_EMAIL=demo@example.com GIT_COMMITTER_NAME=Demo GIT_COMMITTER_EMAIL=demo@example.com
# The key belongs to nobody, and is assembled so that this file holds none.
key="AK""IA2Q7XK4MBNR5TWVZD"

git init -q "$top/network"
cd "$top/network"
mkdir -p network/objects network/api

cat >network/objects/ports.py <<'PYTHON'
import netaddr
from oslo_versionedobjects import base as obj_base
from oslo_versionedobjects import fields as obj_fields

from network.db import models


@obj_base.VersionedObjectRegistry.register
class PortBinding(obj_base.VersionedObject):
    VERSION = '1.0'

    fields = {
        'port_id': obj_fields.UUIDField(),
        'host': obj_fields.StringField(),
        'profile': obj_fields.StringField(),
        'vif_type': obj_fields.StringField(),
    }


class Port:
    def get_bindings(self, session, port_id):
        return session.query(models.PortBinding).filter_by(port_id=port_id).all()
PYTHON

cat >network/api/ports.py <<'PYTHON'
from flask import Blueprint, jsonify, request
from flask_login import login_required

from network.objects import ports

bp = Blueprint('ports', __name__)


@bp.route('/ports/<port_id>', methods=['DELETE'])
@login_required
def delete_port(port_id):
    ports.Port().delete(port_id)
    return jsonify({'deleted': port_id})
PYTHON

printf '%s\n' 'SQLAlchemy==2.0.36' 'netaddr==1.3.0' 'oslo.versionedobjects==3.6.0' >requirements.txt
git add -A
git commit -q -m 'ports: objects and API'

cat >network/objects/ports.py <<'PYTHON'
import logging

import netaddr
import requests
from oslo_versionedobjects import base as obj_base
from oslo_versionedobjects import fields as obj_fields
from sqlalchemy import text

from network.db import models

LOG = logging.getLogger(__name__)


@obj_base.VersionedObjectRegistry.register
class PortBinding(obj_base.VersionedObject):
    VERSION = '1.1'

    fields = {
        'port_id': obj_fields.UUIDField(),
        'host': obj_fields.StringField(),
        'profile': obj_fields.StringField(),
        'vif_type': obj_fields.StringField(),
    }


class Port:
    def get_bindings(self, session, port_id):
        return session.query(models.PortBinding).filter_by(port_id=port_id).all()

    def get_by_mac(self, session, mac):
        mac = netaddr.EUI(mac)
        return session.query(models.Port).filter_by(mac_address=str(mac)).first()

    def get_by_vif_type(self, session, vif_type):
        query = session.query(models.PortBinding)
        return query.filter(models.PortBinding.vif_type == vif_type).all()

    def count_by_host(self, session, host):
        # TODO: security: quote the host before this ships
        return session.execute(text("SELECT count(*) FROM ports WHERE host = '%s'" % host))

    def set_profile(self, binding, profile):
        binding.profile = eval(profile)
        try:
            binding.save()
        except Exception:
            pass

    def announce(self, binding, access_token):
        LOG.info("binding %s with token %s", binding.port_id, access_token)
        requests.post("https://agent.example/announce", json=binding.profile, verify=False)
PYTHON

sed -i '/login_required$/{/^@/d}' network/api/ports.py
printf '%s\n' 'SQLAlchemy>=1.4' 'netaddr==1.3.0' 'oslo.versionedobjects==3.6.0' 'requests' >requirements.txt
printf '%s\n' '[agent]' "access_key = $key" >agent.ini
git add -A

echo "\$ git diff --cached --stat"
git diff --cached --stat
echo
echo "\$ git sluice"
status=0
"$program" review || status=$?
echo
echo "exit status $status"
# Blocked is what this change deserves; anything else is a failure of the demo.
[ "$status" = 1 ]
