// Stacks of the AWS CDK.
import { aws_s3 as s3, aws_sqs as sqs } from "aws-cdk-lib";
class Shop extends Stack {
  constructor(scope: Construct, id: string) {
    // ruleid: cdk-bucket-public
    new s3.Bucket(this, "a", { publicReadAccess: true, encryption: e, enforceSSL: true });
    // ok: cdk-bucket-public
    new s3.Bucket(this, "b", { blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL, encryption: e, enforceSSL: true });
    // ruleid: cdk-bucket-encryption-missing, cdk-bucket-tls-missing
    new s3.Bucket(this, "c");
    // ok: cdk-bucket-encryption-missing, cdk-bucket-tls-missing
    new s3.Bucket(this, "d", { encryption: s3.BucketEncryption.S3_MANAGED, enforceSSL: true });
    // ruleid: cdk-bucket-setting-off
    new s3.Bucket(this, "e", { encryption: s3.BucketEncryption.KMS, enforceSSL: false });
    // ok: cdk-bucket-setting-off
    new s3.Bucket(this, "f", { encryption: s3.BucketEncryption.KMS, enforceSSL: true });
    // ruleid: cdk-queue-encryption-missing
    new sqs.Queue(this, "g");
    // ok: cdk-queue-encryption-missing
    new sqs.Queue(this, "h", { encryption: sqs.QueueEncryption.KMS });
    // ruleid: cdk-network-open
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
    // ok: cdk-network-open
    group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
    // ruleid: cdk-policy-any
    const any = new iam.PolicyStatement({ actions: ["*"], resources: [bucket.bucketArn] });
    // ok: cdk-policy-any
    const one = new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [bucket.bucketArn] });
    // ruleid: cdk-transport-plain
    balancer.addListener("i", { protocol: elb.ApplicationProtocol.HTTP });
    // ok: cdk-transport-plain
    balancer.addListener("j", { protocol: elb.ApplicationProtocol.HTTPS });
    // ruleid: cdk-backup-or-rotation-off
    new kms.Key(this, "k", { enableKeyRotation: false });
    // ok: cdk-backup-or-rotation-off
    new kms.Key(this, "l", { enableKeyRotation: true });
    // ruleid: cdk-secret-in-template
    const secret = SecretValue.unsafePlainText("p{{sluice:8}}");
    // ok: cdk-secret-in-template
    const stored = SecretValue.secretsManager("shop/db");
  }
}
