import os
import subprocess
import sys


def main(parser):
    line = input("command: ")
    # ruleid: python-command-from-outside
    os.system(line)
    # ruleid: python-command-from-outside
    os.system("ls " + sys.argv[1])
    args = parser.parse_args()
    # ruleid: python-command-from-outside
    subprocess.run(args.command, shell=True)

import shlex


def main_quoted(parser):
    count = int(input("count: "))
    # ok: python-command-from-outside
    os.system(f"ls -{count}")
    # ok: python-command-from-outside
    os.system("ls " + shlex.quote(sys.argv[1]))
    args = parser.parse_args()
    # ok: python-command-from-outside
    subprocess.run(["ls", args.directory])
    mode = input("mode: ")
    if mode not in ("a", "b"):
        raise SystemExit(1)
    # ok: python-command-from-outside
    os.system("run " + mode)


def compute():
    # ruleid: python-code-from-outside
    return eval(input("expression: "))


def run_named():
    # ruleid: python-code-from-outside
    exec(sys.argv[1])

def compute_constant():
    # ok: python-code-from-outside
    return ast.literal_eval(input("expression: "))


def run_fixed():
    # ok: python-code-from-outside
    exec("x = 1")


def search(cur):
    name = input("name: ")
    # ruleid: python-sql-from-outside
    cur.execute("SELECT * FROM users WHERE name = '%s'" % name)
    # ruleid: python-sql-from-outside
    cur.execute("SELECT * FROM users WHERE name = '" + sys.argv[1] + "'")

def search_bound(cur):
    name = input("name: ")
    # ok: python-sql-from-outside
    cur.execute("SELECT * FROM users WHERE name = %s", (name,))
    number = int(sys.argv[1])
    # ok: python-sql-from-outside
    cur.execute("SELECT * FROM users WHERE id = %d" % number)


import pickle


def received(sock):
    # ruleid: python-unpickled-from-outside
    return pickle.loads(sock.recv(4096))

import json


def received_json(sock):
    # ok: python-unpickled-from-outside
    return json.loads(sock.recv(4096))


import gradio as gr
import ray

# ruleid: python-share-public
ray.init(dashboard_host="0.0.0.0")
# ruleid: python-share-public
gr.Interface(predict).launch(share=True)

# ok: python-share-public
ray.init(dashboard_host="127.0.0.1")
# ok: python-share-public
gr.Interface(predict).launch()


def agent(llm, text, response, path, emb):
    # ruleid: python-model-output-executed
    exec(llm.generate(text))
    # ruleid: python-model-output-executed
    tool = PythonREPLTool()
    # ruleid: python-model-output-executed
    store = FAISS.load_local(path, emb, allow_dangerous_deserialization=True)
    return tool, store

def careful_agent(llm, text, path, emb):
    # ok: python-model-output-executed
    answer = json.loads(llm.generate(text))
    # ok: python-model-output-executed
    store = FAISS.load_local(path, emb)
    return answer, store


def publish(s3, ec2, data):
    # ruleid: python-aws-call-public
    s3.put_object(Bucket="b", Key="k", Body=data, ACL="public-read")
    # ruleid: python-aws-call-public
    ec2.authorize_security_group_ingress(GroupId="g", IpProtocol="tcp", CidrIp="0.0.0.0/0", FromPort=22, ToPort=22)

def keep(s3, ec2, data):
    # ok: python-aws-call-public
    s3.put_object(Bucket="b", Key="k", Body=data, ACL="private")
    # ok: python-aws-call-public
    ec2.authorize_security_group_ingress(GroupId="g", IpProtocol="tcp", CidrIp="10.0.0.0/8", FromPort=22, ToPort=22)


def allow(iam):
    # ruleid: python-policy-everything
    statement = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    return statement

def allow_little(iam):
    # ok: python-policy-everything
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
    return statement


def start(docker_client):
    # ruleid: python-container-unconfined
    docker_client.containers.run("image", privileged=True)
    # ruleid: python-container-unconfined
    docker_client.containers.run("image", volumes={"/": {"bind": "/host"}})

def start_confined(docker_client):
    # ok: python-container-unconfined
    docker_client.containers.run("image")
    # ok: python-container-unconfined
    docker_client.containers.run("image", volumes={"/srv/data": {"bind": "/data", "mode": "ro"}})


# ruleid: python-task-command-templated
one = BashOperator(task_id="a", bash_command="ls {{ dag_run.conf['x'] }}")


def task(name):
    # ruleid: python-task-command-templated
    return BashOperator(task_id="b", bash_command="ls " + name)

# ok: python-task-command-templated
two = BashOperator(task_id="c", bash_command="ls")
# ok: python-task-command-templated
three = BashOperator(task_id="d", bash_command='ls "$NAME"', env={"NAME": "{{ params.name }}"})

