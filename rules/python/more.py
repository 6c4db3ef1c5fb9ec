import aws_cdk as cdk
from aws_cdk import aws_s3 as s3, aws_ec2 as ec2, aws_sns as sns
import asyncio
import logging.config
import os
import re
import xml.etree.ElementTree


def programs(name):
    # ruleid: python-program-of-variable
    os.execv(name, ["a"])
    # ruleid: python-program-of-variable
    asyncio.create_subprocess_exec(name, "a")
    # ruleid: python-program-of-variable
    ssh.exec_command(name)
    # ok: python-program-of-variable
    os.execv("/bin/ls", ["a", name])
    # ok: python-program-of-variable
    ssh.exec_command("uptime")
    # ruleid: python-shell-with-wildcard
    os.system("chown root *")
    # ok: python-shell-with-wildcard
    os.system("chown root ./*")
    # ruleid: python-code-of-variable
    importlib.import_module(name)
    # ruleid: python-code-of-variable
    globals()[name]()
    # ok: python-code-of-variable
    importlib.import_module("json")
    # ruleid: python-configuration-received
    logging.config.listen(9999)
    # ok: python-configuration-received
    logging.config.dictConfig(settings)
    # ruleid: python-xml-parser-bare
    xml.etree.ElementTree.parse(name)
    # ok: python-xml-parser-bare
    defusedxml.ElementTree.parse(name)


def directory(name):
    # ruleid: python-ldap-plain
    a = ldap.initialize("ldap://directory.example.org")
    # ok: python-ldap-plain
    b = ldap.initialize("ldaps://directory.example.org")
    # ruleid: python-ldap-filter-built
    a.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")
    # ruleid: python-ldap-filter-built
    a.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % name)
    # ok: python-ldap-filter-built
    a.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(name))
    # ok: python-ldap-filter-built
    a.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=a)")
    # ruleid: python-host-pattern-open
    re.match("https://www.example.com", name)
    # ok: python-host-pattern-open
    re.match(r"https://www\.example\.com/", name)


def cookies(response):
    # ruleid: python-cookie-flags-unset
    response.set_cookie("a", "b")
    # ruleid: python-cookie-flags-unset
    response.set_cookie("a", "b", secure=True)
    # ok: python-cookie-flags-unset
    response.set_cookie("a", "b", secure=True, httponly=True)
    # ruleid: python-salt-constant
    hashlib.pbkdf2_hmac("sha256", password, b"salt", 600000)
    # ok: python-salt-constant
    hashlib.pbkdf2_hmac("sha256", password, os.urandom(16), 600000)
    # ruleid: python-connection-text-with-password
    psycopg2.connect("host=db password=s3same-open")
    # ruleid: python-connection-text-with-password
    create_engine("postgresql://app:s3same-open@db/app")
    # ok: python-connection-text-with-password
    psycopg2.connect("host=db")
    # ok: python-connection-text-with-password
    create_engine("postgresql://app@db/app")
    # ruleid: python-token-carries-password
    jwt.encode({"user": name, "password": password}, key)
    # ok: python-token-carries-password
    jwt.encode({"user": name}, key)
    # ruleid: python-warnings-of-tls-off
    urllib3.disable_warnings()
    # ok: python-warnings-of-tls-off
    urllib3.PoolManager()
    # ruleid: python-console-for-everybody
    GraphQLView.as_view("g", schema=schema, graphiql=True)
    # ok: python-console-for-everybody
    GraphQLView.as_view("g", schema=schema, graphiql=False)


class Stack(cdk.Stack):
    def __init__(self):
        # ruleid: python-cdk-public, python-cdk-unprotected
        s3.Bucket(self, "a", public_read_access=True)
        # ok: python-cdk-public, python-cdk-unprotected
        s3.Bucket(self, "b", versioned=True, enforce_ssl=True, block_public_access=s3.BlockPublicAccess.BLOCK_ALL)
        # ruleid: python-cdk-public
        group.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))
        # ok: python-cdk-public
        group.add_ingress_rule(ec2.Peer.ipv4("10.0.0.0/8"), ec2.Port.tcp(22))
        # ruleid: python-cdk-unprotected
        ec2.Volume(self, "v", encrypted=False)
        # ok: python-cdk-unprotected
        ec2.Volume(self, "v", encrypted=True)
        # ruleid: python-cdk-unprotected
        sns.Topic(self, "t")
        # ok: python-cdk-unprotected
        sns.Topic(self, "t", master_key=key)
