"""Real network drives on three hosts; see `lab/lab`, in which these tests run: `make test-netdrive`."""
