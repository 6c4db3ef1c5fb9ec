@RestController
class Users {
	@PreAuthorize("hasRole('ADMIN')")
	@DeleteMapping("/users/{id}")
	void delete(@PathVariable long id) {
		repository.deleteById(id);
	}

	// ruleid: java-guard-missing-beside-others
	@PostMapping("/users")
	User add(@RequestBody User user) {
		return repository.save(user);
	}

	// ruleid: java-guard-missing-beside-others
	@PutMapping("/users/{id}")
	User change(@PathVariable long id, @RequestBody User user) {
		return repository.save(user);
	}

	// ok: java-guard-missing-beside-others
	@PreAuthorize("hasRole('ADMIN')")
	@PostMapping("/users/{id}/roles")
	void addRole(@PathVariable long id) {
		repository.addRole(id);
	}

	// ok: java-guard-missing-beside-others
	@GetMapping("/users")
	List<User> all() {
		return repository.findAll();
	}

	// ok: java-guard-missing-beside-others
	@PostMapping("/login")
	Token login(@RequestBody Login login) {
		return service.login(login);
	}

	// ok: java-guard-missing-beside-others
	@PostMapping("/users/{id}/name")
	void rename(@PathVariable long id) {
		checkPermission(id);
	}
}
